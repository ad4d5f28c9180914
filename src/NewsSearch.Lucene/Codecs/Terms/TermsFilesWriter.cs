using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>Writes the files .tim and .tip: blocks and transducers of the fields, then the directories of both.</summary>
/// <remarks>Grammar: FORMAT.md.</remarks>
internal sealed class TermsFilesWriter : IDisposable
{
    private readonly IndexOutput _terms;
    private readonly IndexOutput? _index;
    private readonly List<FieldSummary> _fields = [];

    public TermsFilesWriter(SegmentOutputs outputs, string suffix)
    {
        _terms = outputs.Create(suffix, TermsFormat.TermsExtension);
        try
        {
            CodecFile.WriteHeader(_terms, TermsFormat.TermsCodec, TermsFormat.CurrentVersion);
            _index = outputs.Create(suffix, TermsFormat.IndexExtension);
            CodecFile.WriteHeader(_index, TermsFormat.IndexCodec, TermsFormat.CurrentVersion);
            CodecFile.WriteHeader(_terms, PostingsFormat.TermsCodec, PostingsFormat.CurrentVersion);
            _terms.WriteVInt(PostingsFormat.BlockSize);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public TermTreeWriter StartField(FieldInfo field) => new(_terms, field);

    /// <summary>Writes the rest of a field's blocks and its index. A field without terms leaves no trace.</summary>
    public void FinishField(FieldInfo field, TermTreeWriter tree, long sumTotalTermFreq, long sumDocFreq, int docCount)
    {
        if (tree.TermCount == 0) return;
        var root = tree.Finish();
        var indexOffset = _index!.Position;
        WriteFst(root);
        _fields.Add(new FieldSummary(field, tree.TermCount, root.BlockCode, sumTotalTermFreq, sumDocFreq, docCount, indexOffset));
    }

    /// <summary>Writes directories and footers.</summary>
    public void Finish()
    {
        var termsDirectory = _terms.Position;
        var indexDirectory = _index!.Position;
        _terms.WriteVInt(_fields.Count);
        foreach (var summary in _fields)
        {
            WriteSummary(summary);
            _index.WriteVLong(summary.IndexOffset);
        }

        _terms.WriteInt64(termsDirectory);
        CodecFile.WriteFooter(_terms);
        _index.WriteInt64(indexDirectory);
        CodecFile.WriteFooter(_index);
    }

    public void Dispose()
    {
        _terms.Dispose();
        _index?.Dispose();
    }

    private void WriteSummary(FieldSummary summary)
    {
        _terms.WriteVInt(summary.Field.Number);
        _terms.WriteVLong(summary.TermCount);
        _terms.WriteVInt(summary.RootCode.Length);
        _terms.WriteBytes(summary.RootCode);
        if (summary.Field.HasFreqs) _terms.WriteVLong(summary.SumTotalTermFreq);
        _terms.WriteVLong(summary.SumDocFreq);
        _terms.WriteVInt(summary.DocCount);
        _terms.WriteVInt(TermMetadata.OffsetCount(summary.Field));
    }

    private void WriteFst(IndexEntry root)
    {
        var fst = new FstBuilder();
        for (var entry = root; entry is not null; entry = entry.Next) fst.Add(entry.Prefix, entry.BlockCode);
        fst.Finish();
        CodecFile.WriteHeader(_index!, TermsFormat.FstCodec, TermsFormat.FstVersion);
        _index!.WriteByte(0 /* not packed */);
        _index.WriteByte(1 /* the empty key has an output */);
        WriteBackwards(root.BlockCode);
        _index.WriteByte(0 /* labels are bytes */);
        _index.WriteVLong(fst.StartNode);
        _index.WriteVLong(fst.NodeCount);
        _index.WriteVLong(fst.ArcCount);
        _index.WriteVLong(fst.ArcWithOutputCount);
        _index.WriteVLong(fst.Bytes.Length);
        _index.WriteBytes(fst.Bytes);
    }

    /// <summary>Writes the output of the empty key as nodes have theirs: length and bytes, turned round.</summary>
    private void WriteBackwards(ReadOnlySpan<byte> output)
    {
        var bytes = new ByteBuilder();
        bytes.WriteVInt(output.Length);
        bytes.WriteBytes(output);
        bytes.Written.Reverse();
        _index!.WriteVInt(bytes.Length);
        _index.WriteBytes(bytes.Written);
    }
}
