using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>
/// Writes the terms and postings of a segment, pushed in order: fields by name, terms by their bytes, documents by
/// number, positions ascending. A field: StartField, then per term StartTerm, per document StartDocument, per occurrence
/// AddPosition, FinishDocument, and FinishTerm; then FinishField. Finish writes the footers.
/// </summary>
/// <remarks>
/// Memory: the terms that have no block yet, and an entry per block of the field. Files are made when the first field
/// starts. Each field that starts gets the attributes that tell where its terms are, so the field infos are to be
/// written afterwards.
/// </remarks>
internal sealed class TermsWriter(SegmentOutputs outputs, FieldInfoSet fields) : IDisposable
{
    private TermsFilesWriter? _files;
    private PostingsWriter? _postings;
    private TermTreeWriter? _tree;
    private FieldInfo? _field;
    private BitSet? _docs;
    private string? _lastField;
    private long _sumTotalTermFreq;
    private long _sumDocFreq;
    private int _docCount;
    private int _lastDocId;
    private int _positionsLeft;

    /// <exception cref="ArgumentException">The field does not come after the one before.</exception>
    public void StartField(FieldInfo field)
    {
        if (string.CompareOrdinal(field.Name, _lastField) <= 0)
            throw new ArgumentException($"Field {field.Name} does not come after {_lastField}.", nameof(field));
        if (field.HasPayloads) throw new NotSupportedException($"Field {field.Name} has payloads; they are read past, but not written.");
        if (_files is null) CreateFiles();
        field.Attributes[TermsFormat.FormatAttribute] = PostingsFormat.Name;
        field.Attributes[TermsFormat.SuffixAttribute] = TermsFormat.Suffix;
        _field = field;
        _lastField = field.Name;
        _tree = _files!.StartField(field);
        _docs = new BitSet(outputs.DocCount);
        _sumTotalTermFreq = field.HasFreqs ? 0 : -1;
        _sumDocFreq = 0;
        _docCount = 0;
    }

    public void StartTerm()
    {
        _postings!.StartTerm(_field!);
        _lastDocId = -1;
    }

    /// <param name="docId">Greater than the previous one of the term.</param>
    /// <param name="freq">Occurrences in the document; ignored where frequencies are not indexed.</param>
    /// <exception cref="ArgumentException">The document is not greater, or not in the segment, or has no occurrence.</exception>
    public void StartDocument(int docId, int freq)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(docId, _lastDocId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, outputs.DocCount);
        if (_field!.HasFreqs) ArgumentOutOfRangeException.ThrowIfLessThan(freq, 1);
        _lastDocId = docId;
        _positionsLeft = _field.HasPositions ? freq : 0;
        _postings!.StartDocument(docId, freq);
        if (_docs![docId]) return;
        _docs.Set(docId);
        _docCount++;
    }

    /// <summary>Only where positions are indexed, then exactly freq times.</summary>
    /// <param name="position">From 0, not less than the previous one of the document.</param>
    /// <param name="startOffset">Not less than the previous one of the document; ignored where offsets are not indexed.</param>
    /// <param name="endOffset">Ignored where offsets are not indexed.</param>
    public void AddPosition(int position, int startOffset, int endOffset)
    {
        if (--_positionsLeft < 0) throw new InvalidOperationException($"More positions than occurrences in document {_lastDocId} of field {_field!.Name}.");
        _postings!.AddPosition(position, startOffset, endOffset);
    }

    public void FinishDocument()
    {
        if (_positionsLeft != 0) throw new InvalidOperationException($"{_positionsLeft} positions are missing in document {_lastDocId} of field {_field!.Name}.");
        _postings!.FinishDocument();
    }

    /// <summary>StartDocument, AddPosition for each, and FinishDocument at once, for a field without offsets.</summary>
    /// <param name="docId">As of <see cref="StartDocument"/>.</param>
    /// <param name="freq">As of <see cref="StartDocument"/>.</param>
    /// <param name="positions">As many as occurrences, ascending; ignored where positions are not indexed.</param>
    public void AddDocument(int docId, int freq, ReadOnlySpan<int> positions)
    {
        StartDocument(docId, freq);
        if (_field!.HasPositions)
        {
            if (_field.HasOffsets) throw new InvalidOperationException($"Field {_field.Name} has offsets, which are added with each position.");
            if (positions.Length != freq) throw new InvalidOperationException($"{positions.Length} positions for {freq} occurrences in document {docId} of field {_field.Name}.");
            _postings!.AddPositions(positions);
        }

        _postings!.FinishDocument();
    }

    /// <summary>Ends the term; one without documents is left out.</summary>
    /// <exception cref="ArgumentException">It does not come after the one before, or it is longer than 32766 bytes.</exception>
    public void FinishTerm(ReadOnlySpan<byte> term)
    {
        if (_lastDocId < 0) return;
        var state = _postings!.FinishTerm();
        _tree!.Add(term, state);
        _sumDocFreq += state.DocFreq;
        if (_field!.HasFreqs) _sumTotalTermFreq += state.TotalTermFreq;
    }

    public void FinishField()
    {
        _files!.FinishField(_field!, _tree!, _sumTotalTermFreq, _sumDocFreq, _docCount);
        _tree = null;
        _docs = null;
    }

    /// <summary>Completes the files.</summary>
    public void Finish()
    {
        _files?.Finish();
        _postings?.Finish();
    }

    public void Dispose()
    {
        _files?.Dispose();
        _postings?.Dispose();
    }

    private void CreateFiles()
    {
        var suffix = TermsFormat.FileSuffix(PostingsFormat.Name, TermsFormat.Suffix);
        _postings = new PostingsWriter(outputs, fields, suffix);
        _files = new TermsFilesWriter(outputs, suffix);
    }
}
