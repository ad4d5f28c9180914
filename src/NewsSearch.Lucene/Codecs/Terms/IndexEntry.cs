namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>What the index is going to say of a block: its prefix leads to its code. Entries make a list in the order of their prefixes.</summary>
internal sealed class IndexEntry(byte[] prefix, byte[] blockCode)
{
    public byte[] Prefix { get; } = prefix;

    public byte[] BlockCode { get; } = blockCode;

    public IndexEntry? Next { get; set; }
}
