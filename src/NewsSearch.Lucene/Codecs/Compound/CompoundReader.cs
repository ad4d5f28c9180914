using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Compound;

/// <summary>The parts of a compound file by name.</summary>
internal sealed class CompoundReader
{
    private readonly Dictionary<string, (long Offset, long Length)> _entries = [];
    private readonly IndexInput _data;

    private CompoundReader(IndexInput data) => _data = data;

    /// <summary>Reads the table of contents and verifies its checksum; of the data, header and footer are checked.</summary>
    /// <param name="segment">For example _0; names in the table leave it out.</param>
    /// <param name="entries">The .cfe file at its first byte.</param>
    /// <param name="data">The .cfs file at its first byte.</param>
    /// <exception cref="CorruptIndexException">One of the files is broken, or they do not fit each other.</exception>
    public static CompoundReader Open(string segment, IndexInput entries, IndexInput data)
    {
        var version = CodecFile.CheckHeaderAndChecksum(
            entries, CompoundFormat.EntriesCodec, CompoundFormat.VersionStart, CompoundFormat.VersionCurrent, CompoundFormat.VersionChecksum);
        CodecFile.CheckHeader(data, CompoundFormat.DataCodec, version, version);
        var firstPart = data.Position;
        var hasFooter = version >= CompoundFormat.VersionChecksum;
        if (hasFooter) CodecFile.CheckFooter(data);
        var end = data.Length - (hasFooter ? CodecFile.FooterLength : 0);

        var reader = new CompoundReader(data);
        var count = entries.ReadCount("parts", entries.Remaining / CompoundFormat.ShortestEntry);
        for (var i = 0; i < count; i++)
        {
            var name = segment + entries.ReadString();
            var offset = entries.ReadInt64();
            var length = entries.ReadInt64();
            if (offset < firstPart || length < 0 || offset > end - length)
                entries.Corrupt($"part {name} with {length} bytes at {offset}", $"a part between bytes {firstPart} and {end} of {data.Name} (is that truncated?)");
            if (!reader._entries.TryAdd(name, (offset, length))) entries.Corrupt($"a second part {name}", "names that occur once");
        }

        CodecFile.CheckAtEnd(entries, hasFooter);
        return reader;
    }

    public IndexInput Open(string name) =>
        _entries.TryGetValue(name, out var entry)
            ? _data.Slice(entry.Offset, entry.Length, name)
            : throw new CorruptIndexException(_data.Name, -1, "no part " + name, "one of " + string.Join(", ", _entries.Keys));
}
