using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>How a block keeps a term's statistics and where its postings are, relative to the term before it.</summary>
internal static class TermMetadata
{
    /// <summary>Number of file offsets that each term of the field has.</summary>
    public static int OffsetCount(FieldInfo field) =>
        !field.HasPositions ? 1 /* doc */ : field.HasOffsets || field.HasPayloads ? 3 /* doc, pos, pay */ : 2 /* doc, pos */;

    public static void Write(FieldInfo field, in TermState term, in TermState before, ByteBuilder statistics, ByteBuilder metadata)
    {
        statistics.WriteVInt(term.DocFreq);
        if (field.HasFreqs) statistics.WriteVLong(term.TotalTermFreq - term.DocFreq);
        var offsetCount = OffsetCount(field);
        metadata.WriteVLong(term.DocStart - before.DocStart);
        if (offsetCount > 1) metadata.WriteVLong(term.PosStart - before.PosStart);
        if (offsetCount > 2) metadata.WriteVLong(term.PayStart - before.PayStart);
        if (term.SingletonDocId >= 0) metadata.WriteVInt(term.SingletonDocId);
        if (term.LastPosBlockOffset >= 0) metadata.WriteVLong(term.LastPosBlockOffset);
        if (term.SkipOffset >= 0) metadata.WriteVLong(term.SkipOffset);
    }

    /// <summary>Reads the next term of a block.</summary>
    /// <param name="term">The term before it in the block, all zero at the first; becomes the one read.</param>
    /// <param name="offsetCount">See <see cref="OffsetCount"/>.</param>
    /// <param name="docCount">Documents in the segment.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(FieldInfo field, int offsetCount, int docCount, ref SpanInput statistics, ref SpanInput metadata, ref TermState term)
    {
        term.DocFreq = statistics.ReadVInt();
        if (term.DocFreq <= 0 || term.DocFreq > docCount) statistics.Corrupt($"a term in {term.DocFreq} documents", $"1 to {docCount}");
        term.TotalTermFreq = field.HasFreqs ? term.DocFreq + statistics.ReadVLong() : -1;
        if (field.HasFreqs && term.TotalTermFreq < term.DocFreq) statistics.Corrupt($"{term.TotalTermFreq} occurrences", $"at least {term.DocFreq}");
        term.DocStart += metadata.ReadVLong();
        if (offsetCount > 1) term.PosStart += metadata.ReadVLong();
        if (offsetCount > 2) term.PayStart += metadata.ReadVLong();
        term.SingletonDocId = term.DocFreq == 1 ? ReadSingleton(ref metadata, docCount, term.TotalTermFreq) : -1;
        term.LastPosBlockOffset = field.HasPositions && term.TotalTermFreq > PostingsFormat.BlockSize ? metadata.ReadVLong() : -1;
        term.SkipOffset = term.DocFreq > PostingsFormat.BlockSize ? metadata.ReadVLong() : -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadSingleton(ref SpanInput metadata, int docCount, long totalTermFreq)
    {
        var docId = metadata.ReadVInt();
        if (docId < 0 || docId >= docCount) metadata.Corrupt($"document {docId}", $"a document below {docCount}");
        if (totalTermFreq > int.MaxValue) metadata.Corrupt($"{totalTermFreq} occurrences in one document", $"at most {int.MaxValue}");
        return docId;
    }
}
