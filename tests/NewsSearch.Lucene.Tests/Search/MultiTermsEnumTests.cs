using System.Text;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>The terms of all segments come once each, in order, with the sum of their document frequencies; seeking lands where a sorted list says.</summary>
public sealed class MultiTermsEnumTests
{
    public static TheoryData<int, int, int> Indexes => new() { { 11, 1, 1 }, { 12, 40, 1 }, { 13, 60, 5 }, { 14, 300, 12 } };

    [Theory]
    [MemberData(nameof(Indexes))]
    public void All_terms_come_once_in_order_with_their_frequencies(int seed, int documentCount, int segmentCount)
    {
        using var index = new RandomIndex(new Random(seed), documentCount, segmentCount);
        using var terms = index.Searcher.Terms("body");
        var found = new List<string>();
        while (terms.MoveNext())
        {
            found.Add(Encoding.UTF8.GetString(terms.Term));
            Assert.Equal(index.Reader.DocFreq(new Term("body", found[^1])), terms.DocFreq);
        }

        Assert.Equal(SortedTerms(index), found);
        Assert.False(terms.MoveNext());
        Assert.True(terms.Term.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Seeking_finds_the_term_or_the_next_greater_one_and_goes_on_from_there(int seed, int documentCount, int segmentCount)
    {
        var random = new Random(seed);
        using var index = new RandomIndex(random, documentCount, segmentCount);
        using var terms = index.Searcher.Terms("body");
        var sorted = SortedTerms(index);
        for (var i = 0; i < 50; i++)
        {
            var sought = RandomIndex.RandomWord(random)[..1];
            var at = sorted.FindIndex(term => Compare(term, sought) >= 0);
            Assert.Equal(at >= 0, terms.SeekCeil(Encoding.UTF8.GetBytes(sought)));
            for (; at >= 0 && at < sorted.Count; at++)
            {
                Assert.Equal(sorted[at], Encoding.UTF8.GetString(terms.Term));
                Assert.Equal(at < sorted.Count - 1, terms.MoveNext());
            }
        }
    }

    [Fact]
    public void A_field_that_no_document_has_is_empty()
    {
        using var index = new RandomIndex(new Random(1), 20, 2);
        using var terms = index.Searcher.Terms("no such field");

        Assert.False(terms.SeekCeil([]));
        Assert.False(terms.MoveNext());
    }

    [Fact]
    public void The_files_stay_open_until_the_cursor_is_disposed()
    {
        var index = new RandomIndex(new Random(1), 20, 2);
        var terms = index.Searcher.Terms("body");
        index.Dispose();
        Assert.True(terms.MoveNext());

        terms.Dispose();
        terms.Dispose();
        Assert.Throws<ObjectDisposedException>(() => terms.MoveNext());
        Assert.Throws<ObjectDisposedException>(() => index.Searcher.Terms("body"));
    }

    [Fact]
    public void Terms_like_another_come_nearest_first()
    {
        using var index = new RandomIndex(new Random(3), 400, 4);

        var found = index.Searcher.TermsLike(new FuzzyQuery("body", "c919") { MaxEdits = 1 });

        Assert.Equal(["c919", "c929"], found.Select(term => term.Text));
        Assert.Equal(["c919"], index.Searcher.TermsLike(new FuzzyQuery("body", "c919") { MaxExpansions = 1 }).Select(term => term.Text));
    }

    private static List<string> SortedTerms(RandomIndex index)
    {
        var terms = index.Documents.SelectMany(document => document.Words.GetValueOrDefault("body", [])).Distinct().ToList();
        terms.Sort(Compare);
        return terms;
    }

    private static int Compare(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
