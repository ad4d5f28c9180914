using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents that hold a term, scored by its frequency in them. Its postings are opened when it is first moved.</summary>
/// <param name="context">Of the search.</param>
/// <param name="lookup">The term.</param>
/// <param name="segment">A segment that has it.</param>
/// <param name="similarity">What scores it there.</param>
internal sealed class TermScorer(SearchContext context, TermLookup lookup, int segment, Bm25Scorer similarity) : Scorer
{
    private readonly Bm25Scorer _similarity = similarity;
    private PostingsEnum? _postings;
    private bool _isReleased;

    /// <summary>The documents themselves: to move them is to move the scorer.</summary>
    public PostingsEnum Postings => _postings ??= context.Open(lookup, segment, PostingsFeatures.Freqs)!;

    public override int DocId => _postings?.DocId ?? (_isReleased ? NoMoreDocs : -1);

    public override long Cost => lookup.DocFreq(segment);

    public override float MaxScore => _similarity.MaxScore;

    /// <summary>Lets the processor fetch the beginning of the postings.</summary>
    public void Prefetch() => lookup.Prefetch(segment);

    /// <summary>Gives the postings to other scorers; this one is at its end then.</summary>
    public void Release()
    {
        if (_postings is not null) KeptPostings.Keep(_postings);
        _postings = null;
        _isReleased = true;
    }

    public override int NextDoc() => Postings.NextDoc();

    public override int Advance(int target) => Postings.Advance(target);

    public override float Score() => _similarity.Score(Postings.DocId, Postings.Freq);

    /// <summary>The scores of documents whose frequencies are known.</summary>
    public void ScoreAll(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, Span<float> scores) => _similarity.ScoreAll(docIds, freqs, scores);

    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit)
    {
        var postings = Postings;
        if (scores.IsEmpty) return postings.TakeBatch(docIds, [], limit);

        // The frequencies stand where their scores will: both have four bytes.
        var freqs = MemoryMarshal.Cast<float, int>(scores)[..docIds.Length];
        var count = postings.TakeBatch(docIds, freqs, limit);
        _similarity.ScoreAll(docIds[..count], freqs, scores);
        return count;
    }

    [SkipLocalsInit]
    public override void Probe(ReadOnlySpan<int> docIds, Span<bool> matches, Span<float> scores)
    {
        matches.Clear();
        scores.Clear();
        Span<int> found = stackalloc int[BatchSize];
        Span<float> parts = stackalloc float[BatchSize];
        Span<byte> places = stackalloc byte[BatchSize];
        docIds.CopyTo(found);
        var freqs = MemoryMarshal.Cast<float, int>(parts)[..(scores.IsEmpty ? 0 : docIds.Length)];
        var count = Postings.Retain(found[..docIds.Length], freqs, places[..docIds.Length]);
        foreach (var place in places[..count]) matches[place] = true;
        if (scores.IsEmpty) return;
        _similarity.ScoreAll(found[..count], freqs[..count], parts[..count]);
        for (var i = 0; i < count; i++) scores[places[i]] = parts[i];
    }

    /// <summary>Adds the scores of a window of documents to sums, and moves to the first document behind it.</summary>
    /// <param name="buffers">The sums, one for each document of the window, and working memory.</param>
    /// <param name="start">The first document of the window; the scorer may stand before it.</param>
    /// <param name="end">The first one behind it.</param>
    public void AddScores(MaxScoreBuffers buffers, int start, int end)
    {
        var postings = (BlockPostingsEnum)Postings;
        if (postings.DocId < start) postings.Advance(start);
        while (postings.DocId < end)
        {
            var docIds = postings.Buffered;
            if (postings.LastBuffered >= end) docIds = docIds[..AscendingSearch.FirstAtLeast(docIds, end)];
            _similarity.AddScores(docIds, postings.BufferedFreqs[..docIds.Length], buffers.Sums, start);
            postings.PassBuffered(docIds.Length);
        }
    }

    /// <summary>Adds the scores of some documents to their sums, and moves on to the last of them or behind it.</summary>
    /// <param name="wanted">The documents, ascending.</param>
    /// <param name="buffers">As above.</param>
    /// <param name="start">As above.</param>
    public void AddScoresOf(ReadOnlySpan<int> wanted, MaxScoreBuffers buffers, int start)
    {
        var postings = Postings;
        var freqs = MemoryMarshal.Cast<float, int>(buffers.Scores.AsSpan());
        while (!wanted.IsEmpty)
        {
            var docIds = buffers.DocIds.AsSpan(0, Math.Min(wanted.Length, buffers.DocIds.Length));
            wanted[..docIds.Length].CopyTo(docIds);
            wanted = wanted[docIds.Length..];
            if (postings.DocId > docIds[^1]) continue;
            var count = postings.Retain(docIds, freqs[..docIds.Length], buffers.Places);
            if (count == 0) continue;
            _similarity.ScoreAll(docIds[..count], freqs[..count], buffers.Scores);
            Add(buffers, count, start);
        }
    }

    private static void Add(MaxScoreBuffers buffers, int count, int start)
    {
        var sums = buffers.Sums;
        ref var scores = ref MemoryMarshal.GetArrayDataReference(buffers.Scores);
        var docIds = buffers.DocIds.AsSpan(0, count);
        for (var i = 0; i < docIds.Length; i++) sums[docIds[i] - start] += Unsafe.Add(ref scores, i);
    }
}
