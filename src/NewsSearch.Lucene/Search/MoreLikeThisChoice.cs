using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Search;

/// <summary>
/// Chooses the best of the terms of some texts by looking up as few of them as that takes. Dispose it, for its memory is borrowed.
/// </summary>
/// <remarks>
/// A term weighs the less the more documents have it. So what the largest segment says of it is a bound on its weight, and the terms are looked
/// up in the other segments by falling bounds, until enough of them weigh more than any other can: the threshold algorithm of R. Fagin, A. Lotem,
/// M. Naor, "Optimal Aggregation Algorithms for Middleware", 2003, with one list.
/// </remarks>
internal sealed class MoreLikeThisChoice(IndexSearcher searcher, MoreLikeThisOptions options) : IDisposable
{
    // Terms that are looked up together once there are enough to compare with.
    private const int Step = 64;

    private readonly List<Text> _texts = [];
    private readonly int[] _segments = [.. searcher.LargestFirst()];
    private readonly int _minDocFreq = Math.Max(1, options.MinimumDocFreq);
    private readonly double _maxDocFreq = options.MaximumDocFreqShare * searcher.Reader.MaxDoc;

    public void Add(MoreLikeThisSource source, TextTerm[] terms) =>
        _texts.Add(new Text(source, new TermBatchLookup(searcher.TermCache.Field(source.Field), source.Field, terms)));

    /// <summary>The best terms, as many as the options say, or all that qualify if there are fewer; the best first.</summary>
    public List<MoreLikeThisTerm> Choose()
    {
        if (_segments.Length == 0) return [];
        var candidates = new Candidate[_texts.Sum(text => text.Found.Terms.Length)];
        var count = FindCandidates(candidates);
        var found = new List<Choice>(Math.Min(count, 2 * options.TermCount));
        if (count > options.TermCount) Array.Sort(candidates, 0, count);
        var weights = new List<double>();
        for (var at = 0; at < count && candidates[at].Bound >= Threshold(weights);)
        {
            var next = candidates.AsSpan(at, Math.Min(at == 0 ? Math.Max(Step, options.TermCount) : Step, count - at));
            at += next.Length;
            Complete(next);
            foreach (var candidate in next)
            {
                if (ToTerm(candidate) is not { } term) continue;
                found.Add(new Choice(term, candidate));
                weights.Add(term.Weight);
            }
        }

        found.Sort(static (left, right) => Compare(left.Term, right.Term));
        return found.Take(options.TermCount).Select(choice => choice.Term with { Lookup = LookupOf(choice.Candidate) }).ToList();
    }

    public void Dispose()
    {
        foreach (var text in _texts) text.Found.Dispose();
    }

    /// <summary>Looks all terms up in the first segment.</summary>
    /// <returns>How many may still be chosen.</returns>
    private int FindCandidates(Candidate[] candidates)
    {
        var count = 0;
        for (var text = 0; text < _texts.Count; text++)
        {
            var found = _texts[text].Found;
            int[] all = [.. Enumerable.Range(0, found.Terms.Length)];
            found.Find(_segments[0], all);
            foreach (var index in all)
            {
                var docFreq = found.DocFreq(index);
                if (docFreq > _maxDocFreq) continue;
                candidates[count++] = new Candidate(WeightOf(text, index, Math.Max(docFreq, _minDocFreq)), text, index);
            }
        }

        return count;
    }

    /// <summary>Looks candidates up in the other segments.</summary>
    private void Complete(ReadOnlySpan<Candidate> candidates)
    {
        Span<int> room = candidates.Length <= 256 ? stackalloc int[256] : new int[candidates.Length];
        for (var text = 0; text < _texts.Count; text++)
        {
            var count = 0;
            foreach (var candidate in candidates)
                if (candidate.Text == text) room[count++] = candidate.Index;
            var indexes = room[..count];
            indexes.Sort();
            foreach (var segment in _segments.AsSpan(1)) _texts[text].Found.Find(segment, indexes);
        }
    }

    private MoreLikeThisTerm? ToTerm(Candidate candidate)
    {
        var (source, found) = _texts[candidate.Text];
        var docFreq = found.DocFreq(candidate.Index);
        if (docFreq < _minDocFreq || docFreq > _maxDocFreq) return null;
        var (text, freq) = found.Terms[candidate.Index];
        var weight = WeightOf(candidate.Text, candidate.Index, docFreq);
        var boost = options.Boost == MoreLikeThisBoost.TermFreq ? source.Boost * freq : source.Boost;
        return new MoreLikeThisTerm(new Term(source.Field, text), freq, docFreq, weight, boost);
    }

    private TermLookup LookupOf(Candidate candidate) => _texts[candidate.Text].Found.Lookup(candidate.Index);

    private double WeightOf(int text, int index, int docFreq) =>
        _texts[text].Source.Boost * _texts[text].Found.Terms[index].Freq * Math.Log((1.0 + searcher.Reader.MaxDoc) / docFreq);

    /// <summary>What a term must weigh to be among the best, given the weights of some; those that weigh just as much are all of interest.</summary>
    private double Threshold(List<double> weights)
    {
        if (weights.Count < options.TermCount) return double.NegativeInfinity;
        if (options.TermCount == 0) return double.PositiveInfinity;
        weights.Sort();
        weights.RemoveRange(0, weights.Count - options.TermCount);
        // Logarithms need not be exact to the last bit.
        return weights[0] * (1 - 1e-12);
    }

    private static int Compare(in MoreLikeThisTerm left, in MoreLikeThisTerm right)
    {
        var order = right.Weight.CompareTo(left.Weight);
        if (order == 0) order = string.CompareOrdinal(left.Term.Field, right.Term.Field);
        return order != 0 ? order : string.CompareOrdinal(left.Term.Text, right.Term.Text);
    }

    private readonly record struct Choice(MoreLikeThisTerm Term, Candidate Candidate);

    private readonly record struct Text(MoreLikeThisSource Source, TermBatchLookup Found);

    private readonly record struct Candidate(double Bound, int Text, int Index) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other) => other.Bound.CompareTo(Bound);
    }
}
