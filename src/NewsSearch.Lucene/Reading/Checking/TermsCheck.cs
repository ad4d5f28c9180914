using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>Reads all terms and postings of fields and compares them with their totals.</summary>
internal sealed class TermsCheck(Action<string> report, CancellationToken cancellationToken)
{
    /// <summary>Terms from one that is also looked up to the next.</summary>
    private const int SeekInterval = 8;

    private readonly SkipCheck _skips = new(report);
    private PostingsEnum? _postings;
    private byte[] _previous = new byte[64];
    private int _previousLength;

    public long TermCount { get; private set; }

    public long PostingCount { get; private set; }

    public void Check(SegmentReader reader, FieldInfo field)
    {
        if (!field.IsIndexed || reader.Terms(field.Name) is not { } terms) return;
        var totals = new Totals(reader.MaxDoc);
        var cursor = terms.Iterator();
        var seeker = terms.Iterator();
        _previousLength = 0;
        while (cursor.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (totals.Terms > 0 && cursor.Term.SequenceCompareTo(Previous) <= 0)
                report($"Field {field.Name}: term {Name(cursor.Term)} stands after {Name(Previous)}.");
            if (totals.Terms % SeekInterval == 0) CheckSeeks(field, cursor, seeker, isFirst: totals.Terms == 0);
            CheckPostings(reader, field, cursor, totals);
            if (cursor.DocFreq > PostingsFormat.BlockSize) _skips.Check(reader, field, cursor);
            Remember(cursor.Term);
            totals.Terms++;
        }

        TermCount += totals.Terms;
        PostingCount += totals.Postings;
        Compare(field, "terms", totals.Terms, terms.Count);
        Compare(field, "postings", totals.Postings, terms.SumDocFreq);
        Compare(field, "documents", totals.Documents.Count(), terms.DocCount);
        if (field.HasFreqs) Compare(field, "occurrences", totals.Occurrences, terms.SumTotalTermFreq);
    }

    internal static string Name(ReadOnlySpan<byte> term) => $"\"{System.Text.Encoding.UTF8.GetString(term[..Math.Min(40, term.Length)])}\"";

    private ReadOnlySpan<byte> Previous => _previous.AsSpan(0, _previousLength);

    private void Remember(ReadOnlySpan<byte> term)
    {
        // One byte more: what is looked up after a term is the term and a zero byte.
        if (_previous.Length <= term.Length) _previous = new byte[2 * term.Length + 1];
        term.CopyTo(_previous);
        _previousLength = term.Length;
    }

    /// <summary>The index must lead to the term by its name, and from just behind the term before it.</summary>
    private void CheckSeeks(FieldInfo field, TermsEnum cursor, TermsEnum seeker, bool isFirst)
    {
        if (!seeker.SeekExact(cursor.Term) || seeker.State != cursor.State)
        {
            report($"Field {field.Name}: term {Name(cursor.Term)} is in the dictionary, but looking it up leads elsewhere.");
            return;
        }

        _previous[_previousLength] = 0;
        var from = isFirst ? [] : _previous.AsSpan(0, _previousLength + 1);
        var status = seeker.SeekCeil(from);
        if (status == SeekStatus.End || !seeker.Term.SequenceEqual(cursor.Term))
            report($"Field {field.Name}: looking up what follows {Name(Previous)} does not lead to {Name(cursor.Term)}.");
    }

    private void CheckPostings(SegmentReader reader, FieldInfo field, TermsEnum term, Totals totals)
    {
        _postings = term.Postings(field.HasPositions ? PostingsFeatures.Offsets : PostingsFeatures.Freqs, _postings);
        var count = 0;
        var occurrences = 0L;
        var last = -1;
        while (_postings.NextDoc() is var docId && docId != DocIdSetIterator.NoMoreDocs)
        {
            if ((count & 0xFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
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

    private sealed class Totals(int maxDoc)
    {
        public BitSet Documents { get; } = new(maxDoc);

        public long Terms { get; set; }

        public long Postings { get; set; }

        public long Occurrences { get; set; }
    }
}
