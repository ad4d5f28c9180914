using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search.Caching;
using NewsSearch.Lucene.Search.Collectors;
using NewsSearch.Lucene.Search.Patterns;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search;

/// <summary>
/// Searches one snapshot of an index. Thread-safe. It does not own the reader: whoever opened it disposes it, and a search that
/// is running then still ends well; a later one throws <see cref="ObjectDisposedException"/>.
/// </summary>
public sealed class IndexSearcher
{
    private const int BatchSize = 128;

    // Documents between two looks at the cancellation token; some 100 microseconds.
    private const int WindowSize = 1 << 14;

    private readonly ConcurrentDictionary<string, FieldLengths> _lengths = new();

    /// <param name="reader">The snapshot to search.</param>
    /// <param name="filterCache">Keeps the documents of filters that repeat; share it between the searchers of one index. Null keeps none.</param>
    /// <param name="keepsTerms">Whether to remember, within bounds, where the terms are that were looked up.</param>
    public IndexSearcher(DirectoryReader reader, FilterCache? filterCache = null, bool keepsTerms = true)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Reader = reader;
        FilterCache = filterCache;
        TermCache = new TermCache(reader, keepsTerms ? TermCache.DefaultBytes : 0);
    }

    /// <summary>The snapshot that is searched.</summary>
    public DirectoryReader Reader { get; }

    /// <summary>The cache that the searches use, if any.</summary>
    public FilterCache? FilterCache { get; }

    /// <summary>The terms that were looked up lately.</summary>
    internal TermCache TermCache { get; }

    /// <summary>The best hits of a query by relevance.</summary>
    /// <param name="query">What to search for.</param>
    /// <param name="size">How many hits at most.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    public TopDocs Search(Query query, int size, CancellationToken cancellationToken = default) =>
        Search(query, new SearchOptions { Size = size, CancellationToken = cancellationToken });

    /// <summary>A page of the hits of a query, in the order asked for.</summary>
    /// <exception cref="InvalidOperationException">The query or the order needs something that the field has not indexed.</exception>
    public TopDocs Search(Query query, SearchOptions options) => Search(query, options, []);

    /// <summary>The number of documents that match.</summary>
    public int Count(Query query, CancellationToken cancellationToken = default)
    {
        using var use = Use();
        var count = 0;
        var context = new SearchContext(this, cancellationToken);
        var weight = CreateWeight(query, needsScores: false, context);
        var counter = new CountCollector();
        for (var segment = 0; segment < Reader.SegmentCount; segment++)
        {
            var known = weight.Count(segment);
            if (known >= 0) count += known;
            else CollectSegment(weight, segment, [counter], needsScores: false, context);
        }

        return count + counter.Count;
    }

    /// <summary>How the score of a document comes about, or why it does not match. The value is the score that a search gives.</summary>
    /// <param name="query">The query.</param>
    /// <param name="docId">The document's number in the whole index.</param>
    public Explanation Explain(Query query, int docId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, Reader.MaxDoc);
        using var use = Use();
        var reader = Reader.SegmentOf(docId);
        var inSegment = docId - reader.DocBase;
        if (reader.LiveDocs is { } liveDocs && !liveDocs[inSegment]) return Explanation.NoMatch("the document is deleted");
        return CreateWeight(query, needsScores: true, new SearchContext(this, CancellationToken.None)).Explain(Reader.Segments.IndexOf(reader), inSegment);
    }

    /// <summary>The stored fields of a document.</summary>
    /// <param name="docId">Its number in the whole index.</param>
    /// <param name="wanted">Names of the fields to return; null means all.</param>
    public Document Document(int docId, IReadOnlySet<string>? wanted = null)
    {
        using var use = Use();
        return Reader.Document(docId, wanted);
    }

    /// <summary>Totals of a field.</summary>
    public CollectionStatistics CollectionStatistics(string field)
    {
        using var use = Use();
        return Lengths(field).Statistics;
    }

    /// <summary>Totals of a term.</summary>
    public TermStatistics TermStatistics(Term term)
    {
        using var use = Use();
        return new SearchContext(this, CancellationToken.None).Find(term).Statistics;
    }

    /// <summary>Counts the documents of many terms of a field.</summary>
    public TermFrequencies Frequencies(string field) => new(new FieldTerms(TermCache.Field(field)));

    /// <summary>A cursor over the terms of a field; without terms if no document has the field.</summary>
    /// <exception cref="ObjectDisposedException">The reader's last user is gone.</exception>
    public MultiTermsEnum Terms(string field) => new(Reader, field);

    /// <summary>The terms that a fuzzy query searches for: the nearest of the index, nearest first, at most its <see cref="FuzzyQuery.MaxExpansions"/>.</summary>
    /// <param name="query">The term to look for, and how far off a term may be.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    public IReadOnlyList<Term> TermsLike(FuzzyQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        using var use = Use();
        return [.. FuzzyTerms.Find(new SearchContext(this, cancellationToken), query).Select(found => found.ToTerm(query.Term.Field))];
    }

    /// <summary>As the public search; others see all hits in the same pass.</summary>
    internal TopDocs Search(Query query, SearchOptions options, ReadOnlySpan<Collector> others)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Size);
        ArgumentOutOfRangeException.ThrowIfNegative(options.From);
        var wanted = options.Size == 0 ? 0 : (int)Math.Min((long)options.From + options.Size, Reader.MaxDoc);
        var top = TopCollector.Create(options.Sort ?? Sort.Relevance, wanted, options.CountsHits);
        Collect(query, [top, .. others], top.NeedsScores && wanted > 0, options.CancellationToken);
        var hits = top.Finish();
        return new TopDocs(top.TotalHits, options.From < hits.Length ? hits[options.From..] : []);
    }

    /// <summary>Shows all hits to collectors.</summary>
    internal void Collect(Query query, ReadOnlySpan<Collector> collectors, bool needsScores, CancellationToken cancellationToken)
    {
        using var use = Use();
        var takesBestOnly = true;
        foreach (var collector in collectors) takesBestOnly &= collector.TakesBestOnly;
        var context = new SearchContext(this, cancellationToken);
        var weight = CreateWeight(query, needsScores, context);
        foreach (var segment in takesBestOnly ? LargestFirst() : Enumerable.Range(0, Reader.SegmentCount)) CollectSegment(weight, segment, collectors, needsScores, context);
    }

    /// <summary>Totals of a field and what BM25 makes of them.</summary>
    internal FieldLengths Lengths(string field)
    {
        if (_lengths.TryGetValue(field, out var known)) return known;
        var lengths = new FieldLengths(AddUp(field));

        // Names that no document has are not kept: they may come from outside, without end.
        return lengths.Statistics.DocCount > 0 ? _lengths.GetOrAdd(field, lengths) : lengths;
    }

    /// <summary>The places of the segments, the largest first: what it tells rules out most in the others.</summary>
    internal IEnumerable<int> LargestFirst() => Enumerable.Range(0, Reader.SegmentCount).OrderByDescending(segment => Reader.Segments[segment].MaxDoc);

    /// <summary>Keeps the reader's files open until disposed.</summary>
    internal ReaderUse Use() => new(Reader);

    private static void RemoveDeleted(BitSet? liveDocs, Span<int> docIds, Span<float> scores, ref int count)
    {
        if (liveDocs is null) return;
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (!liveDocs[docIds[i]]) continue;
            docIds[kept] = docIds[i];
            if (!scores.IsEmpty) scores[kept] = scores[i];
            kept++;
        }

        count = kept;
    }

    private static Weight CreateWeight(Query query, bool needsScores, SearchContext context)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.CreateWeight(context, needsScores, 1);
    }

    private void CollectSegment(Weight weight, int segment, ReadOnlySpan<Collector> collectors, bool needsScores, SearchContext context)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        var scorer = weight.CreateScorer(segment);
        if (scorer is null) return;
        var reader = Reader.Segments[segment];
        foreach (var collector in collectors) collector.BeginSegment(reader);
        Drive(scorer, reader.LiveDocs, collectors, needsScores, context.CancellationToken);
        foreach (var collector in collectors) collector.EndSegment();
        context.ReleasePostings();
    }

    [SkipLocalsInit]
    private static void Drive(
        Scorer scorer, BitSet? liveDocs, ReadOnlySpan<Collector> collectors, bool needsScores, CancellationToken cancellationToken)
    {
        Span<int> docIds = stackalloc int[BatchSize];
        Span<float> scores = stackalloc float[needsScores ? BatchSize : 0];
        var minScores = SetMinScores(collectors, scorer, (float.NegativeInfinity, float.NegativeInfinity));
        scorer.BeginBatches();
        while (scorer.DocId != DocIdSetIterator.NoMoreDocs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var limit = (int)Math.Min((long)scorer.DocId + WindowSize, DocIdSetIterator.NoMoreDocs);
            while (scorer.DocId < limit)
            {
                var count = scorer.TakeBatch(docIds, scores, limit);
                RemoveDeleted(liveDocs, docIds, scores, ref count);
                if (count == 0) continue;
                foreach (var collector in collectors) collector.Collect(docIds[..count], needsScores ? scores[..count] : []);
                minScores = SetMinScores(collectors, scorer, minScores);
            }
        }
    }

    /// <summary>Tells the scorer below which score no collector wants hits, and below which none looks at the score, as far as these have grown.</summary>
    private static (float Competitive, float Exact) SetMinScores(ReadOnlySpan<Collector> collectors, Scorer scorer, (float Competitive, float Exact) known)
    {
        var competitive = float.PositiveInfinity;
        var exact = float.PositiveInfinity;
        foreach (var collector in collectors)
        {
            competitive = Math.Min(competitive, collector.MinCompetitiveScore);
            exact = Math.Min(exact, collector.MinExactScore);
        }

        if (competitive > known.Competitive) scorer.SetMinCompetitiveScore(competitive);
        if (exact > known.Exact) scorer.SetMinExactScore(exact);
        return (Math.Max(competitive, known.Competitive), Math.Max(exact, known.Exact));
    }

    private CollectionStatistics AddUp(string field)
    {
        var docCount = 0;
        var sumTotalTermFreq = 0L;
        var sumDocFreq = 0L;
        foreach (var segment in Reader.Segments)
        {
            var terms = segment.Terms(field);
            if (terms is null) continue;
            docCount += terms.DocCount;
            sumDocFreq += terms.SumDocFreq;
            sumTotalTermFreq = terms.SumTotalTermFreq < 0 || sumTotalTermFreq < 0 ? -1 : sumTotalTermFreq + terms.SumTotalTermFreq;
        }

        return new CollectionStatistics(field, Reader.MaxDoc, docCount, sumTotalTermFreq, sumDocFreq);
    }
}
