using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>Reads all terms and postings of fields and compares them with their totals.</summary>
internal sealed class TermsCheck(Action<string> report, CancellationToken cancellationToken)
{
    private PostingsEnum? _postings;

    public long TermCount { get; private set; }

    public long PostingCount { get; private set; }

    public void Check(SegmentReader reader, FieldInfo field)
    {
        if (!field.IsIndexed || reader.Terms(field.Name) is not { } terms) return;
        var totals = new Totals(reader.MaxDoc);
        var cursor = terms.Iterator();
        var previous = Array.Empty<byte>();
        while (cursor.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (totals.Terms > 0 && cursor.Term.SequenceCompareTo(previous) <= 0)
                report($"Field {field.Name}: term {Name(cursor.Term)} stands after {Name(previous)}.");
            previous = cursor.Term.ToArray();
            totals.Terms++;
            CheckPostings(reader, field, cursor, totals);
        }

        TermCount += totals.Terms;
        PostingCount += totals.Postings;
        Compare(field, "terms", totals.Terms, terms.Count);
        Compare(field, "postings", totals.Postings, terms.SumDocFreq);
        Compare(field, "documents", totals.Documents.Count(), terms.DocCount);
        if (field.HasFreqs) Compare(field, "occurrences", totals.Occurrences, terms.SumTotalTermFreq);
    }

    private void CheckPostings(SegmentReader reader, FieldInfo field, TermsEnum term, Totals totals)
    {
        _postings = term.Postings(field.HasPositions ? PostingsFeatures.Offsets : PostingsFeatures.Freqs, _postings);
        var count = 0;
        var occurrences = 0L;
        var last = -1;
        while (_postings.NextDoc() is var docId && docId != DocIdSetIterator.NoMoreDocs)
        {
            if (docId <= last || docId >= reader.MaxDoc || count >= term.DocFreq)
            {
                report($"Field {field.Name}, term {Name(term.Term)}: document {docId} after {last} as number {count + 1} of {term.DocFreq}, in a segment of {reader.MaxDoc}.");
                return;
            }

            last = docId;
            count++;
            occurrences += _postings.Freq;
            totals.Documents.Set(docId);
            if (field.HasPositions && !CheckPositions(field, term)) return;
        }

        totals.Postings += count;
        totals.Occurrences += occurrences;
        if (count != term.DocFreq || (field.HasFreqs && occurrences != term.TotalTermFreq))
            report($"Field {field.Name}, term {Name(term.Term)}: {count} documents and {occurrences} occurrences, but the dictionary says {term.DocFreq} and {term.TotalTermFreq}.");
    }

    private bool CheckPositions(FieldInfo field, TermsEnum term)
    {
        var lastPosition = -1;
        for (var i = 0; i < _postings!.Freq; i++)
        {
            var position = _postings.NextPosition();
            var isOrdered = position >= 0 && position >= lastPosition;
            var hasRange = !field.HasOffsets || (_postings.StartOffset >= 0 && _postings.EndOffset >= _postings.StartOffset);
            if (!isOrdered || !hasRange)
            {
                report($"Field {field.Name}, term {Name(term.Term)}, document {_postings.DocId}: position {position} after {lastPosition}, offsets {_postings.StartOffset}-{_postings.EndOffset}.");
                return false;
            }

            lastPosition = position;
        }

        return true;
    }

    private void Compare(FieldInfo field, string what, long found, long expected)
    {
        if (found != expected) report($"Field {field.Name}: {found} {what}, but the dictionary says {expected}.");
    }

    private static string Name(ReadOnlySpan<byte> term) => $"\"{System.Text.Encoding.UTF8.GetString(term[..Math.Min(40, term.Length)])}\"";

    private sealed class Totals(int maxDoc)
    {
        public BitSet Documents { get; } = new(maxDoc);

        public long Terms { get; set; }

        public long Postings { get; set; }

        public long Occurrences { get; set; }
    }
}
