using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>Writes one block of the .tim file: suffixes, then statistics, then metadata of its entries.</summary>
/// <remarks>Grammar: FORMAT.md.</remarks>
internal sealed class TermBlockWriter(IndexOutput output)
{
    private readonly ByteBuilder _suffixes = new();
    private readonly ByteBuilder _statistics = new();
    private readonly ByteBuilder _metadata = new();

    /// <summary>Writes the entries from <paramref name="start"/> to <paramref name="end"/>, exclusive.</summary>
    /// <param name="prefixLength">Length of the prefix that they share and the block leaves out.</param>
    /// <param name="isLastOfFloor">Whether no floor block follows.</param>
    public WrittenBlock Write(FieldInfo field, PendingEntries entries, int start, int end, int prefixLength, bool isLastOfFloor)
    {
        var offset = output.Position;
        var blockCount = CountBlocks(entries, start, end);
        var index = default(IndexEntryList);
        var before = default(TermState);
        for (var i = start; i < end; i++)
        {
            ref readonly var entry = ref entries[i];
            var suffix = entries.Bytes(i)[prefixLength..];
            WriteSuffix(suffix, isLeaf: blockCount == 0, isBlock: entry.Block is not null);
            if (entry.Block is null)
            {
                TermMetadata.Write(field, entry.Term, before, _statistics, _metadata);
                before = entry.Term;
            }
            else
            {
                _suffixes.WriteVLong(offset - entry.Block.Offset);
                index.Append(entry.Block.Index);
            }
        }

        output.WriteVInt((end - start) << 1 | (isLastOfFloor ? 1 : 0));
        WriteSection(_suffixes, _suffixes.Length << 1 | (blockCount == 0 ? 1 : 0));
        WriteSection(_statistics, _statistics.Length);
        WriteSection(_metadata, _metadata.Length);
        return new WrittenBlock(offset, HasTerms: blockCount < end - start, index);
    }

    private static int CountBlocks(PendingEntries entries, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            if (entries[i].Block is not null) count++;
        }

        return count;
    }

    private void WriteSuffix(ReadOnlySpan<byte> suffix, bool isLeaf, bool isBlock)
    {
        _suffixes.WriteVInt(isLeaf ? suffix.Length : suffix.Length << 1 | (isBlock ? 1 : 0));
        _suffixes.WriteBytes(suffix);
    }

    private void WriteSection(ByteBuilder section, int head)
    {
        output.WriteVInt(head);
        output.WriteBytes(section.Written);
        section.Clear();
    }
}
