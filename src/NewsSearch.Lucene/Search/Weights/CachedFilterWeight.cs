using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Search.Caching;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>The documents of a query, from a cache or, where that does not know them, on their way into it.</summary>
internal sealed class CachedFilterWeight(SearchContext context, FilterCache cache, Query query) : Weight
{
    private const int BatchSize = 128;

    // Made only if a segment is missing in the cache.
    private Weight? _inner;

    private Weight Inner => _inner ??= query.CreateWeight(context, needsScores: false, 1);

    public override Scorer? CreateScorer(int segment)
    {
        var filter = Find(segment);
        return filter.Count == 0 ? null : new ConstantScorer(new BitSetIterator(filter.Documents, filter.Count), 0);
    }

    public override int Count(int segment) => context.Segment(segment).LiveDocs is null ? Find(segment).Count : -1;

    public override Explanation Explain(int segment, int docId) => Inner.Explain(segment, docId);

    private CachedFilter Find(int segment)
    {
        var reader = context.Segment(segment);
        return cache.Find(reader, query) ?? cache.Add(reader, query, FindDocuments(segment, reader.MaxDoc));
    }

    private BitSet FindDocuments(int segment, int maxDoc)
    {
        var documents = new BitSet(maxDoc);
        var scorer = Inner.CreateScorer(segment);
        if (scorer is null) return documents;
        Span<int> batch = stackalloc int[BatchSize];
        scorer.BeginBatches();
        while (scorer.DocId != DocIdSetIterator.NoMoreDocs)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var count = scorer.TakeBatch(batch, [], DocIdSetIterator.NoMoreDocs);
            foreach (var docId in batch[..count]) documents.Set(docId);
        }

        return documents;
    }
}
