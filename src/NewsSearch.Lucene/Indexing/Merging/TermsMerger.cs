using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>Merges terms and postings, term by term, without holding more of them than one.</summary>
internal sealed class TermsMerger(MergeSource[] sources, TermsWriter writer, MergeControl control)
{
    /// <summary>Positions of a document that are copied at once; where there are more, it is one by one.</summary>
    private const int MostAtOnce = 256;

    private readonly int[] _positions = new int[MostAtOnce];
    private FieldInfo _field = null!;
    private bool _isFieldStarted;

    /// <summary>Writes the field; nothing if no live document has a term of it.</summary>
    public void Merge(FieldInfo field)
    {
        _field = field;
        _isFieldStarted = false;
        var cursors = sources
            .Select((source, number) => source.Reader.Terms(field.Name) is { } terms ? new TermsCursor(number, terms.Iterator(), source.Docs) : null)
            .OfType<TermsCursor>();
        var queue = new MergeQueue<TermsCursor>(cursors);
        while (queue.MoveNext()) MergeTerm(queue.Least);
        if (_isFieldStarted) writer.FinishField();
    }

    private static PostingsFeatures FeaturesOf(FieldInfo field)
    {
        if (field.HasOffsets) return PostingsFeatures.Offsets;
        if (field.HasPositions) return PostingsFeatures.Positions;
        return field.HasFreqs ? PostingsFeatures.Freqs : PostingsFeatures.Docs;
    }

    private void MergeTerm(IReadOnlyList<TermsCursor> cursors)
    {
        var features = FeaturesOf(_field);
        var count = 0;
        foreach (var cursor in cursors)
        {
            var docs = cursor.Docs;
            var postings = cursor.Postings(features);
            for (var docId = postings.NextDoc(); docId != DocIdSetIterator.NoMoreDocs; docId = postings.NextDoc())
            {
                control.Step();
                var newId = docs[docId];
                if (newId < 0) continue;
                if (count++ == 0) StartTerm();
                CopyPosting(postings, newId);
            }
        }

        control.Step();
        if (count == 0) return;
        writer.FinishTerm(cursors[0].Current);
        control.CountPostings(count);
    }

    /// <summary>Only with its first live document: a field without any must leave no trace in the terms' files.</summary>
    private void StartTerm()
    {
        if (!_isFieldStarted) writer.StartField(_field);
        _isFieldStarted = true;
        writer.StartTerm();
    }

    private void CopyPosting(PostingsEnum postings, int newId)
    {
        var freq = _field.HasFreqs ? postings.Freq : 1;
        if (!_field.HasOffsets && freq <= MostAtOnce)
        {
            var positions = _field.HasPositions ? _positions.AsSpan(0, freq) : [];
            postings.ReadPositions(positions);
            writer.AddDocument(newId, freq, positions);
            return;
        }

        writer.StartDocument(newId, freq);
        if (_field.HasOffsets) CopyOffsets(postings, freq);
        else if (_field.HasPositions) CopyPositions(postings, freq);
        writer.FinishDocument();
    }

    private void CopyPositions(PostingsEnum postings, int freq)
    {
        for (var i = 0; i < freq; i++) writer.AddPosition(postings.NextPosition(), -1, -1);
    }

    private void CopyOffsets(PostingsEnum postings, int freq)
    {
        for (var i = 0; i < freq; i++)
        {
            var position = postings.NextPosition();
            writer.AddPosition(position, postings.StartOffset, postings.EndOffset);
        }
    }
}
