using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Tests.Codecs.Terms;

/// <summary>Terms of any bytes come back in order and are found, at the borders of blocks and floor blocks as anywhere.</summary>
public sealed class TermsTests
{
    private const int DocCount = 50;

    /// <summary>Seed, number of terms, letters, longest term: from chains of one letter to bytes of any value.</summary>
    public static TheoryData<int, int, int, int> Vocabularies => new()
    {
        { 1, 1, 26, 5 },
        { 2, 25, 1, 30 },
        { 3, 24, 256, 2 },
        { 4, 48, 2, 12 },
        { 5, 49, 2, 12 },
        { 6, 300, 1, 400 },
        { 7, 2000, 2, 14 },
        { 8, 3000, 4, 9 },
        { 9, 5000, 26, 4 },
        { 10, 1500, 256, 3 },
        { 11, 1500, 256, 2 },
    };

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public void All_terms_come_back_in_order_with_their_statistics(int seed, int count, int alphabet, int maxLength)
    {
        var random = new RandomTerms(seed);
        var expected = random.Words(count, alphabet, maxLength).ConvertAll(word => new ModelTerm(word, random.Postings(1 + word.Length % 4, DocCount)));
        var terms = SegmentInMemory.Of(IndexOptions.DocsFreqsAndPositions, DocCount, expected).OpenField();
        Assert.Equal(count, terms.Count);
        Assert.Equal(expected.Sum(term => term.TotalTermFreq), terms.SumTotalTermFreq);
        Assert.Equal(expected.Sum(term => (long)term.Postings.Length), terms.SumDocFreq);
        Assert.Equal(expected.SelectMany(term => term.Postings).Select(posting => posting.DocId).Distinct().Count(), terms.DocCount);
        var cursor = terms.Iterator();
        foreach (var term in expected)
        {
            Assert.True(cursor.MoveNext());
            AssertAt(term, cursor);
        }

        Assert.False(cursor.MoveNext());
        Assert.False(cursor.MoveNext());
        Assert.Throws<InvalidOperationException>(() => cursor.DocFreq);
    }

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public void Every_term_is_found_and_no_other(int seed, int count, int alphabet, int maxLength)
    {
        var (random, expected, cursor) = Some(seed, count, alphabet, maxLength);
        foreach (var term in expected.OrderBy(term => term.Bytes.Length * 31 % 7))
        {
            Assert.True(cursor.SeekExact(term.Bytes));
            AssertAt(term, cursor);
        }

        for (var i = 0; i < 2000; i++)
        {
            var word = random.Word(alphabet, maxLength + 2);
            Assert.Equal(IndexOfCeil(expected, word, out var isFound) < count && isFound, cursor.SeekExact(word));
        }
    }

    /// <summary>The code of such a prefix in the index of terms names all its blocks, and is long.</summary>
    [Fact]
    public void Terms_of_a_prefix_of_many_blocks_are_found()
    {
        var random = new RandomTerms(12);
        var expected = Enumerable.Range('!', 94).SelectMany(lead => Enumerable.Range('a', 20).Select(last => $"p{(char)lead}{(char)last}"))
            .Select(text => RandomTerms.Term(text, random.Postings(1, DocCount))).ToList();
        var terms = SegmentInMemory.Of(IndexOptions.DocsFreqsAndPositions, DocCount, expected).OpenField();
        foreach (var term in expected)
        {
            // Each by a cursor of its own, which has seen no long code yet.
            var cursor = terms.Iterator();
            Assert.True(cursor.SeekExact(term.Bytes));
            AssertAt(term, cursor);
        }
    }

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public void A_seek_ends_at_the_next_greater_term_and_goes_on_from_there(int seed, int count, int alphabet, int maxLength)
    {
        var (random, expected, cursor) = Some(seed, count, alphabet, maxLength);
        for (var i = 0; i < 2000; i++)
        {
            var word = i % 4 == 0 ? Neighbour(expected[i % count].Bytes, i) : random.Word(alphabet, maxLength + 2);
            var at = IndexOfCeil(expected, word, out var isFound);
            var status = cursor.SeekCeil(word);
            Assert.Equal(at == count ? SeekStatus.End : isFound ? SeekStatus.Found : SeekStatus.NotFound, status);
            for (var step = 0; step < 60 && at < count; step++, at++)
            {
                AssertAt(expected[at], cursor);
                Assert.Equal(at + 1 < count, cursor.MoveNext());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public void Terms_that_were_located_together_are_found_there_and_no_other(int seed, int count, int alphabet, int maxLength)
    {
        var (random, expected, cursor) = Some(seed, count, alphabet, maxLength);
        var order = new Random(seed);
        for (var batch = 0; batch < 100; batch++)
        {
            byte[][] words = [.. Enumerable.Range(0, 16).Select(i => i % 2 == 0 && count > 0 ? expected[order.Next(count)].Bytes : random.Word(alphabet, maxLength + 2))];
            TermPlace[] places = [.. words.Select(word => cursor.Locate(word))];
            for (var i = 0; i < words.Length; i++)
            {
                var at = IndexOfCeil(expected, words[i], out var isTerm);
                Assert.Equal(isTerm, cursor.SeekExact(words[i], places[i]));
                if (!isTerm) continue;
                AssertAt(expected[at], cursor);
                if (i % 5 == 0) Assert.Equal(at + 1 < count, cursor.MoveNext());
            }
        }
    }

    [Fact]
    public void A_seek_may_be_given_the_cursors_own_term()
    {
        var (_, expected, cursor) = Some(8, 3000, 4, 9);
        Assert.True(cursor.SeekExact(expected[1500].Bytes));
        Assert.Equal(SeekStatus.Found, cursor.SeekCeil(cursor.Term));
        AssertAt(expected[1500], cursor);
        Assert.True(cursor.SeekExact(cursor.Term));
        AssertAt(expected[1500], cursor);
    }

    [Fact]
    public void A_cursor_goes_on_after_an_exact_seek()
    {
        var (_, expected, cursor) = Some(10, 1500, 256, 3);
        for (var at = 0; at + 1 < expected.Count; at += 7)
        {
            Assert.True(cursor.SeekExact(expected[at].Bytes));
            Assert.True(cursor.MoveNext());
            AssertAt(expected[at + 1], cursor);
        }
    }

    [Fact]
    public void The_longest_term_and_the_empty_one_are_kept()
    {
        var longest = new byte[32766];
        new Random(1).NextBytes(longest);
        var almost = longest[..^1];
        var expected = new[] { RandomTerms.Term("", new ModelPosting(3, [default])), new ModelTerm(almost, [new ModelPosting(1, [default])]), new ModelTerm(longest, [new ModelPosting(2, [default])]) };
        var cursor = SegmentInMemory.Of(IndexOptions.DocsAndFreqs, DocCount, expected).OpenField().Iterator();
        foreach (var term in expected)
        {
            Assert.True(cursor.MoveNext());
            AssertAt(term, cursor);
        }

        Assert.All(expected, term => Assert.True(cursor.SeekExact(term.Bytes)));
        Assert.False(cursor.SeekExact([.. longest, 0]));
        Assert.Equal(SeekStatus.End, cursor.SeekCeil([.. longest, 0]));
    }

    [Fact]
    public void Terms_that_all_share_a_long_prefix_make_a_deep_tree()
    {
        // 30 terms at each of 200 lengths: a block under every prefix, each inside the one before.
        var words = Enumerable.Range(1, 200)
            .SelectMany(length => Enumerable.Range(0, 30).Select(i => (byte[])[.. Enumerable.Repeat((byte)'a', length * 5), (byte)'b', (byte)i]))
            .OrderBy(word => word, Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)));
        var expected = new RandomTerms(1).InOneDocumentEach(words, DocCount).ToList();
        var cursor = SegmentInMemory.Of(IndexOptions.Docs, DocCount, expected).OpenField().Iterator();
        foreach (var term in expected)
        {
            Assert.True(cursor.MoveNext());
            AssertAt(term, cursor);
        }

        foreach (var term in expected)
        {
            Assert.Equal(SeekStatus.Found, cursor.SeekCeil(term.Bytes));
            AssertAt(term, cursor);
        }
    }

    [Fact]
    public void Seeking_allocates_nothing_once_the_cursor_is_warm()
    {
        var (_, expected, cursor) = Some(8, 3000, 4, 9);
        long Seek()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var term in expected)
            {
                cursor.SeekExact(term.Bytes);
                _ = cursor.DocFreq;
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Seek();
        Assert.Equal(0, Seek());
    }

    private static (RandomTerms Random, List<ModelTerm> Expected, TermsEnum Cursor) Some(int seed, int count, int alphabet, int maxLength)
    {
        var random = new RandomTerms(seed);
        var expected = random.InOneDocumentEach(random.Words(count, alphabet, maxLength), DocCount).ToList();
        return (random, expected, SegmentInMemory.Of(IndexOptions.DocsAndFreqs, DocCount, expected).OpenField().Iterator());
    }

    private static void AssertAt(ModelTerm expected, TermsEnum cursor)
    {
        Assert.True(expected.Bytes.AsSpan().SequenceEqual(cursor.Term));
        Assert.Equal(expected.Postings.Length, cursor.DocFreq);
        if (cursor.TotalTermFreq >= 0) Assert.Equal(expected.TotalTermFreq, cursor.TotalTermFreq);
    }

    /// <summary>A word just before or after another, or one of its prefixes.</summary>
    private static byte[] Neighbour(byte[] word, int kind) => (kind / 4 % 3) switch
    {
        0 => [.. word, 0],
        1 => word.Length == 0 ? [] : word[..^1],
        _ => word.Length == 0 || word[^1] == 0 ? word : [.. word[..^1], (byte)(word[^1] - 1), 0xFF],
    };

    private static int IndexOfCeil(List<ModelTerm> terms, byte[] word, out bool isFound)
    {
        var low = 0;
        var high = terms.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (terms[middle].Bytes.AsSpan().SequenceCompareTo(word) < 0) low = middle + 1;
            else high = middle;
        }

        isFound = low < terms.Count && terms[low].Bytes.AsSpan().SequenceEqual(word);
        return low;
    }
}
