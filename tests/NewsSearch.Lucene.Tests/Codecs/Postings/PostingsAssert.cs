using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Tests.Codecs.Terms;

namespace NewsSearch.Lucene.Tests.Codecs.Postings;

/// <summary>Compares postings with what a test wrote.</summary>
internal static class PostingsAssert
{
    /// <summary>Frequency, positions and offsets are right as far as they are indexed and asked for.</summary>
    public static void AtPosting(ModelPosting expected, PostingsEnum postings, IndexOptions options, PostingsFeatures features)
    {
        Assert.Equal(expected.DocId, postings.DocId);
        if (features >= PostingsFeatures.Freqs) Assert.Equal(options >= IndexOptions.DocsAndFreqs ? expected.Freq : 1, postings.Freq);
        var hasPositions = options >= IndexOptions.DocsFreqsAndPositions && features >= PostingsFeatures.Positions;
        var hasOffsets = options >= IndexOptions.DocsFreqsPositionsAndOffsets && features >= PostingsFeatures.Offsets;
        foreach (var (position, start, end) in expected.Occurrences)
        {
            Assert.Equal(hasPositions ? position : -1, postings.NextPosition());
            Assert.Equal(hasOffsets ? start : -1, postings.StartOffset);
            Assert.Equal(hasOffsets ? end : -1, postings.EndOffset);
        }
    }

    /// <summary>Goes through the list in steps and jumps by chance, looking into some of the documents.</summary>
    public static void WalksAs(ModelPosting[] expected, PostingsEnum postings, IndexOptions options, PostingsFeatures features, Random random, int maxStep)
    {
        var at = -1;
        while (true)
        {
            var jumps = random.Next(3) > 0;
            var target = postings.DocId + 1 + (jumps ? random.Next(maxStep) : 0);
            at++;
            while (at < expected.Length && expected[at].DocId < target && jumps) at++;
            var docId = jumps ? postings.Advance(target) : postings.NextDoc();
            if (at == expected.Length)
            {
                Assert.Equal(DocIdSetIterator.NoMoreDocs, docId);
                return;
            }

            Assert.Equal(expected[at].DocId, docId);
            if (random.Next(4) > 0) AtPosting(expected[at], postings, options, features);
        }
    }

    /// <summary>Asks for documents by chance, some of which hold the term.</summary>
    public static void RetainsAs(ModelPosting[] expected, PostingsEnum postings, IndexOptions options, Random random, int maxStep)
    {
        var held = expected.ToDictionary(posting => posting.DocId, posting => options >= IndexOptions.DocsAndFreqs ? posting.Freq : 1);
        var last = -1;
        while (last <= expected[^1].DocId)
        {
            var docIds = new int[random.Next(1, 257)];
            for (var i = 0; i < docIds.Length; i++) docIds[i] = last = last + 1 + random.Next(maxStep);
            int[] wanted = [.. docIds.Where(held.ContainsKey)];
            byte[] places = [.. wanted.Select(docId => (byte)Array.IndexOf(docIds, docId))];
            var kept = (DocIds: docIds.ToArray(), Freqs: new int[random.Next(2) * docIds.Length], Places: new byte[docIds.Length]);

            var count = postings.Retain(kept.DocIds, kept.Freqs, kept.Places);

            Assert.Equal(wanted, kept.DocIds[..count]);
            Assert.Equal(places, kept.Places[..count]);
            if (kept.Freqs.Length > 0) Assert.Equal(wanted.Select(docId => held[docId]), kept.Freqs[..count]);
            Assert.Equal(expected.FirstOrDefault(posting => posting.DocId >= docIds[^1])?.DocId ?? DocIdSetIterator.NoMoreDocs, postings.DocId);
        }
    }

    /// <summary>Takes the list in batches, jumping ahead now and then, with limits by chance.</summary>
    public static void TakesAs(ModelPosting[] expected, PostingsEnum postings, IndexOptions options, Random random)
    {
        var docIds = new int[random.Next(1, 300)];
        var freqs = new int[random.Next(2) * docIds.Length];
        while (postings.DocId != DocIdSetIterator.NoMoreDocs)
        {
            var from = postings.DocId;
            var count = postings.TakeBatch(docIds, freqs, from + random.Next(1, 1000));
            Assert.True(count > 0);
            ModelPosting[] taken = [.. expected.SkipWhile(posting => posting.DocId < from).Take(count)];
            Assert.Equal(taken.Select(posting => posting.DocId), docIds.Take(count));
            if (freqs.Length > 0) Assert.Equal(taken.Select(posting => options >= IndexOptions.DocsAndFreqs ? posting.Freq : 1), freqs.Take(count));
            var next = expected.FirstOrDefault(posting => posting.DocId > taken[^1].DocId)?.DocId ?? DocIdSetIterator.NoMoreDocs;
            Assert.Equal(next, postings.DocId);

            Assert.Equal(0, postings.TakeBatch(docIds, freqs, next));
            if (next == DocIdSetIterator.NoMoreDocs || random.Next(4) > 0) continue;
            var target = next + random.Next(1, 200);
            Assert.Equal(expected.FirstOrDefault(posting => posting.DocId >= target)?.DocId ?? DocIdSetIterator.NoMoreDocs, postings.Advance(target));
        }
    }
}
