using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// A disjunction of terms that gives competitive documents only, by windows. The terms come in the order of the highest scores they can
/// give. The first ones, without which no document comes near a competitive score, add to the sums of all their documents; then only documents
/// whose sum may still become competitive are looked up in the lists of the others, which are fewer with every term.
/// </summary>
/// <remarks>
/// Source: H. Turtle, J. Flood, "Query Evaluation: Strategies and Optimizations", Information Processing and Management 31(6), 1995
/// (max_score), term at a time with the limited accumulators of A. Moffat, J. Zobel, "Self-Indexing Inverted Files for Fast Text
/// Retrieval", 1996, but safe: all competitive documents come, with just the scores that <see cref="DisjunctionWindow"/> gives them. What a
/// term can give at most follows from its weight; nothing is derived from the postings.
/// </remarks>
internal sealed class MaxScoreDisjunction
{
    private const int MaxSize = MaxScoreBuffers.WindowSize;
    private const int FirstSize = 4096;

    // Documents are looked up only once the terms left can give no more than this share of a competitive score: before, there are too many.
    private const double LookupShare = 0.25;

    // What it costs to look for a document in a list, measured in documents of the list that are scored in a row.
    private const int LookupCost = 3;

    private readonly TermScorer[] _terms;

    // What all terms from a place on can give together.
    private readonly double[] _rest;
    private readonly int _maxDoc;
    private readonly MaxScoreBuffers _buffers = MaxScoreBuffers.Rent();
    private double[] _found = [];
    private int _candidateCount;
    private int _next;
    private double _bar;

    // The first windows find documents that set the bar higher for the larger ones after them.
    private int _size = FirstSize;
    private bool _isAtEnd;

    /// <param name="terms">None moved yet, or none behind its first document from <paramref name="docId"/> on; kept, in another order.</param>
    /// <param name="docId">Where to begin; -1 if none was moved.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    public MaxScoreDisjunction(TermScorer[] terms, int docId, int maxDoc)
    {
        Array.Sort(Array.ConvertAll(terms, term => -term.MaxScore), terms);
        _terms = terms;
        _rest = new double[_terms.Length + 1];
        for (var i = _terms.Length - 1; i >= 0; i--) _rest[i] = _rest[i + 1] + _terms[i].MaxScore;
        _maxDoc = maxDoc;
        DocId = docId;
        if (docId >= 0) return;
        foreach (var term in _terms) term.Prefetch();
    }

    /// <summary>At or before the first competitive document not taken yet.</summary>
    public int DocId { get; private set; }

    /// <summary>As <see cref="Scorer.SetMinCompetitiveScore"/>.</summary>
    /// <param name="score">Above 0.</param>
    // A sum that is just below may be rounded up to the score.
    public void SetMinCompetitiveScore(float score) => _bar = MathF.BitDecrement(score);

    /// <summary>Moves to the next document of a list that a competitive document must be in; only before the first batch.</summary>
    public int NextDoc()
    {
        var next = DocIdSetIterator.NoMoreDocs;
        foreach (var term in _terms.AsSpan(0, CountAbove(_bar)))
            next = Math.Min(next, term.DocId <= DocId ? term.NextDoc() : term.DocId);
        DocId = next;
        if (DocId == DocIdSetIterator.NoMoreDocs) End();
        return DocId;
    }

    /// <summary>As <see cref="Scorer.TakeBatch"/>, with sums that are not rounded to scores yet.</summary>
    public int Take(Span<int> docIds, Span<double> sums, int limit)
    {
        if (_next == _candidateCount)
        {
            if (DocId >= limit) return 0;
            Fill();
        }

        return Drain(docIds, sums, limit);
    }

    private int Drain(Span<int> docIds, Span<double> sums, int limit)
    {
        var candidates = _buffers.Candidates;
        var count = 0;
        for (; _next < _candidateCount && count < docIds.Length && candidates[_next] < limit; _next++)
        {
            docIds[count] = candidates[_next];
            sums[count++] = _found[_next];
        }

        if (_next < _candidateCount) DocId = candidates[_next];
        else MoveToNextWindow();
        return count;
    }

    /// <summary>Evaluates the window from the current document on.</summary>
    private void Fill()
    {
        var start = DocId;
        var end = (int)Math.Min((long)start + _size, _maxDoc);
        _size = Math.Min(2 * _size, MaxSize);
        var first = CountAbove(LookupShare * _bar);
        for (var i = 0; i < first; i++) _terms[i].AddScores(_buffers, start, end);
        FindCandidates(start, end, _bar - _rest[first]);
        for (var i = first; i < _terms.Length && _candidateCount > 0; i++)
        {
            var term = _terms[i];
            if (_candidateCount * LookupCost > term.Cost * (end - start) / _maxDoc) term.AddScores(_buffers, start, end);
            else term.AddScoresOf(_buffers.Candidates.AsSpan(0, _candidateCount), _buffers, start);
            KeepCandidates(start, _bar - _rest[i + 1]);
        }

        TakeSums(start);
        _buffers.Sums.AsSpan(0, end - start).Clear();
    }

    /// <summary>How many of the first terms it takes until the others can give no more than a bound all together.</summary>
    private int CountAbove(double bound)
    {
        var count = 0;
        while (_rest[count] > bound) count++;
        return count;
    }

    /// <summary>Finds the documents whose sums are above a bound, which is not negative.</summary>
    private void FindCandidates(int start, int end, double bound)
    {
        var candidates = _buffers.Candidates;
        var sums = _buffers.Sums.AsSpan(0, end - start);
        ref var first = ref MemoryMarshal.GetReference(sums);
        var bounds = Vector256.Create(bound);
        const int Width = 4;
        const int Step = 4 * Width;
        var count = 0;
        var at = 0;
        for (; at + Step <= sums.Length; at += Step)
        {
            var left = Vector256.Max(Vector256.LoadUnsafe(ref first, (nuint)at), Vector256.LoadUnsafe(ref first, (nuint)(at + Width)));
            var right = Vector256.Max(Vector256.LoadUnsafe(ref first, (nuint)(at + 2 * Width)), Vector256.LoadUnsafe(ref first, (nuint)(at + 3 * Width)));
            if (!Vector256.GreaterThanAny(Vector256.Max(left, right), bounds)) continue;
            for (var i = at; i < at + Step; i++)
                if (sums[i] > bound) candidates[count++] = start + i;
        }

        for (; at < sums.Length; at++)
            if (sums[at] > bound) candidates[count++] = start + at;
        _candidateCount = count;
    }

    private void KeepCandidates(int start, double bound)
    {
        var (candidates, sums) = (_buffers.Candidates, _buffers.Sums);
        var kept = 0;
        foreach (var docId in candidates.AsSpan(0, _candidateCount))
        {
            candidates[kept] = docId;
            if (sums[docId - start] > bound) kept++;
        }

        _candidateCount = kept;
    }

    private void TakeSums(int start)
    {
        _next = 0;
        if (_found.Length < _candidateCount) _found = new double[Math.Max(_candidateCount, 2 * _found.Length)];
        for (var i = 0; i < _candidateCount; i++) _found[i] = _buffers.Sums[_buffers.Candidates[i] - start];
    }

    private void MoveToNextWindow()
    {
        // The other lists may lag behind; without one of these no document is competitive.
        DocId = DocIdSetIterator.NoMoreDocs;
        foreach (var term in _terms.AsSpan(0, CountAbove(_bar))) DocId = Math.Min(DocId, term.DocId);
        if (DocId == DocIdSetIterator.NoMoreDocs) End();
    }

    /// <summary>Gives buffers and postings back: nothing touches them again. It comes by itself after the last document.</summary>
    public void End()
    {
        if (_isAtEnd) return;
        _isAtEnd = true;
        _buffers.Return();
        foreach (var term in _terms) term.Release();
    }
}
