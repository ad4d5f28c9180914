using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Compound;

/// <summary>The parts of a compound file by name.</summary>
internal sealed class CompoundReader
{
    private readonly Dictionary<string, (long Offset, long Length)> _entries = [];
    private readonly IndexInput _data;

    private CompoundReader(IndexInput data) => _data = data;

    public static CompoundReader Open(string segment, IndexInput entries, IndexInput data) =>
        throw new NotSupportedException($"Segment {segment} is a compound file ({entries.Name}), which is not read yet.");

    public IndexInput Open(string name) =>
        _entries.TryGetValue(name, out var entry)
            ? _data.Slice(entry.Offset, entry.Length, name)
            : throw new CorruptIndexException(_data.Name, -1, "no part " + name, "one of " + string.Join(", ", _entries.Keys));
}
