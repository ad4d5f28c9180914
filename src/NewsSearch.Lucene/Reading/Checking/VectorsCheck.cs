using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Codecs.TermVectors;

namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>Reads the term vectors of every document, and looks up those of some in the inverted index, which must say the same.</summary>
internal sealed class VectorsCheck(SegmentReader reader, Action<string> report, CancellationToken cancellationToken)
{
    /// <summary>Documents from one that is compared with the inverted index to the next: a seek and a skip for each term are slow.</summary>
    private const int Interval = 16;

    private readonly Dictionary<string, TermsEnum> _terms = [];
    private PostingsEnum? _postings;

    public void Check()
    {
        if (!reader.Fields.Any(field => field.HasVectors)) return;
        for (var docId = 0; docId < reader.MaxDoc; docId++)
        {
            if (docId % Interval == 0) cancellationToken.ThrowIfCancellationRequested();
            foreach (var vector in reader.TermVectors(docId))
            {
                if (vector.Field.HasVectors && IsOrdered(vector, docId)) continue;
                report($"Term vector of field {vector.Field.Name}, document {docId}: its terms do not ascend or are not in the inverted index, its places are out of range, or the field has no vectors.");
                return;
            }
        }
    }

    private bool IsOrdered(TermVector vector, int docId)
    {
        byte[] previous = [];
        for (var i = 0; vector.MoveNext(); i++)
        {
            if (i > 0 && vector.Term.SequenceCompareTo(previous) <= 0) return false;
            previous = vector.Term.ToArray();
            if (vector.Positions.IndexOfAnyInRange(int.MinValue, -1) >= 0 || !HasRanges(vector)) return false;
            if (docId % Interval == 0 && !IsIndexed(vector, docId)) return false;
        }

        return true;
    }

    private static bool HasRanges(TermVector vector)
    {
        var ends = vector.EndOffsets;
        var starts = vector.StartOffsets;
        for (var i = 0; i < starts.Length; i++)
            if (starts[i] < 0 || ends[i] < starts[i]) return false;
        return true;
    }

    private bool IsIndexed(TermVector vector, int docId)
    {
        var field = vector.Field.Name;
        if (!_terms.TryGetValue(field, out var terms))
        {
            if (reader.Terms(field)?.Iterator() is not { } iterator) return false;
            _terms.Add(field, terms = iterator);
        }

        if (!terms.SeekExact(vector.Term)) return false;
        _postings = terms.Postings(PostingsFeatures.Freqs, _postings);
        return _postings.Advance(docId) == docId && (!vector.Field.HasFreqs || _postings.Freq == vector.Freq);
    }
}
