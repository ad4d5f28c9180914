using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// A conjunction of terms by batches: the rarest gives some documents, each of the others says which of them it has, and what is left is
/// scored term by term. Documents and scores are those of going from document to document.
/// </summary>
/// <remarks>
/// Source: P. Sanders, F. Transier, "Intersection in Integer Inverted Indices", ALENEX 2007 (small against large lists by skipping), on blocks
/// of postings.
/// </remarks>
internal sealed class TermConjunction
{
    private const int BatchSize = Scorer.BatchSize;

    private readonly TermScorer[] _scoring;

    /// <summary>All lists, the rarest first; for each the place of its frequencies, which is that of its scorer, or -1 where only its documents count.</summary>
    private readonly (PostingsEnum Postings, int Scorer)[] _lists;

    private readonly int[][] _freqs;
    private readonly byte[] _places = new byte[BatchSize];
    private readonly double[] _sums = new double[BatchSize];

    private TermConjunction(TermScorer[] scoring, (PostingsEnum Postings, int Scorer)[] lists)
    {
        _scoring = scoring;
        _lists = lists;
        _freqs = Array.ConvertAll(scoring, _ => new int[BatchSize]);
    }

    /// <summary>The conjunction of scorers, or null if some of them are more than the documents of one term.</summary>
    /// <param name="scoring">Their scores are added up.</param>
    /// <param name="filtering">They only have to match.</param>
    public static TermConjunction? TryCreate(Scorer[] scoring, Scorer[] filtering)
    {
        if (!Array.TrueForAll(scoring, scorer => scorer is TermScorer)) return null;
        if (!Array.TrueForAll(filtering, scorer => ListOf(scorer) is not null)) return null;
        TermScorer[] terms = Array.ConvertAll(scoring, scorer => (TermScorer)scorer);
        var lists = terms.Select((term, i) => (term.Postings, i)).Concat(filtering.Select(scorer => (ListOf(scorer)!, -1)));
        return new TermConjunction(terms, [.. lists.OrderBy(list => list.Item1.Cost)]);
    }

    /// <summary>As <see cref="Scorer.TakeBatch"/>; the first list, of the least cost, is where the conjunction stands.</summary>
    public int Take(Span<int> docIds, Span<float> scores, int limit)
    {
        docIds = docIds[..Math.Min(docIds.Length, BatchSize)];
        var count = _lists[0].Postings.TakeBatch(docIds, FreqsOf(0, docIds.Length, scores), limit);
        for (var i = 1; i < _lists.Length; i++) count = Retain(i, docIds[..count], scores);
        if (count > 0 && !scores.IsEmpty) Score(docIds[..count], scores[..count]);
        return count;
    }

    private static PostingsEnum? ListOf(Scorer scorer) => scorer switch
    {
        TermScorer term => term.Postings,
        ConstantScorer { Documents: PostingsEnum postings } => postings,
        _ => null,
    };

    private int Retain(int list, Span<int> docIds, Span<float> scores)
    {
        if (docIds.IsEmpty) return 0;
        var other = _lists[list].Postings;
        var places = _places.AsSpan(0, docIds.Length);
        var kept = other.Retain(docIds, FreqsOf(list, docIds.Length, scores), places);
        if (kept < docIds.Length && !scores.IsEmpty) MoveFreqs(list, places[..kept]);

        // What the other list lacks altogether the first one need not offer.
        var lead = _lists[0].Postings;
        if (other.DocId > lead.DocId) lead.Advance(other.DocId);
        return kept;
    }

    /// <summary>Lets the frequencies of the lists before follow their documents to the front.</summary>
    private void MoveFreqs(int list, ReadOnlySpan<byte> places)
    {
        for (var before = 0; before < list; before++)
        {
            if (_lists[before].Scorer < 0) continue;
            var freqs = _freqs[_lists[before].Scorer];
            for (var i = 0; i < places.Length; i++) freqs[i] = freqs[places[i]];
        }
    }

    private Span<int> FreqsOf(int list, int count, Span<float> scores) =>
        scores.IsEmpty || _lists[list].Scorer < 0 ? [] : _freqs[_lists[list].Scorer].AsSpan(0, count);

    private void Score(ReadOnlySpan<int> docIds, Span<float> scores)
    {
        var sums = _sums.AsSpan(0, docIds.Length);
        sums.Clear();
        for (var i = 0; i < _scoring.Length; i++)
        {
            _scoring[i].ScoreAll(docIds, _freqs[i].AsSpan(0, docIds.Length), scores);
            for (var j = 0; j < sums.Length; j++) sums[j] += scores[j];
        }

        for (var j = 0; j < sums.Length; j++) scores[j] = (float)sums[j];
    }
}
