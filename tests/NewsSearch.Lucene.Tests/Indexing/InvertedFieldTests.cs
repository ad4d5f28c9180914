using System.Text;
using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>What a buffer holds, and then a segment, is what a plain dictionary of all occurrences holds.</summary>
public sealed class InvertedFieldTests
{
    private const int Seed = 20260601;

    public static TheoryData<IndexOptions, int> OptionsAndCounts
    {
        get
        {
            var data = new TheoryData<IndexOptions, int>();
            foreach (var options in Enum.GetValues<IndexOptions>().Where(options => options != IndexOptions.None))
                foreach (var count in (int[])[1, 2, 129, 700]) data.Add(options, count);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(OptionsAndCounts))]
    public void Every_occurrence_of_every_term_comes_back(IndexOptions options, int docCount)
    {
        var random = new Random(Seed + docCount);
        var texts = Enumerable.Range(0, docCount).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 90)).Select(_ => Word(random)))).ToArray();
        var expected = new SortedDictionary<byte[], SortedDictionary<int, List<int>>>(Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)));
        using var directory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer()))
        {
            for (var docId = 0; docId < docCount; docId++)
            {
                writer.Add(new Document { Field.Create("f", StoredValue.Of(texts[docId]), new FieldOptions { IndexOptions = options, IsTokenized = true }) });
                AddTo(expected, docId, texts[docId]);
            }

            writer.Commit();
        }

        AssertHolds(directory, options, expected);
    }

    [Fact]
    public void A_deletion_hits_the_buffered_documents_of_its_term_whatever_its_length()
    {
        foreach (var word in (string[])["新", "新闻联播", "新闻联播间", "\uD842\uDFB7", "\uFFFD", "c919"])
        {
            using var directory = new MemoryDirectory();
            using var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer());
            foreach (var id in (string[])["a", word, "b", word]) writer.Add(new Document { Field.Keyword("id", id) });
            writer.Delete(new Term("id", word));
            writer.Add(new Document { Field.Keyword("id", word) });
            using var reader = writer.OpenReader();

            Assert.Equal(3, reader.NumDocs);
        }
    }

    private static void AddTo(SortedDictionary<byte[], SortedDictionary<int, List<int>>> expected, int docId, string text)
    {
        var position = 0;
        foreach (var word in text.Split(' '))
        {
            // Half a surrogate pair becomes U+FFFD.
            var term = Encoding.UTF8.GetBytes(word);
            if (!expected.TryGetValue(term, out var docs)) expected.Add(term, docs = []);
            if (!docs.TryGetValue(docId, out var positions)) docs.Add(docId, positions = []);
            positions.Add(position++);
        }
    }

    private static void AssertHolds(MemoryDirectory directory, IndexOptions options, SortedDictionary<byte[], SortedDictionary<int, List<int>>> expected)
    {
        using var reader = Lucene.Reading.DirectoryReader.Open(directory);
        Assert.Equal(1, reader.Segments.Length);
        var terms = reader.Segments[0].Terms("f")!.Iterator();
        PostingsEnum? postings = null;
        foreach (var (term, docs) in expected)
        {
            Assert.True(terms.MoveNext());
            Assert.Equal(term, terms.Term.ToArray());
            postings = terms.Postings(options switch
            {
                IndexOptions.Docs => PostingsFeatures.Docs,
                IndexOptions.DocsAndFreqs => PostingsFeatures.Freqs,
                _ => PostingsFeatures.Positions,
            }, postings);
            foreach (var (docId, positions) in docs)
            {
                Assert.Equal(docId, postings.NextDoc());
                if (options >= IndexOptions.DocsAndFreqs) Assert.Equal(positions.Count, postings.Freq);
                if (options < IndexOptions.DocsFreqsAndPositions) continue;
                foreach (var position in positions) Assert.Equal(position, postings.NextPosition());
            }

            Assert.Equal(DocIdSetIterator.NoMoreDocs, postings.NextDoc());
        }

        Assert.False(terms.MoveNext());
    }

    /// <summary>Of all lengths, some often and some once, with surrogates, whole and halved.</summary>
    private static string Word(Random random)
    {
        if (random.Next(3) > 0) return "新闻联播间"[..random.Next(1, 6)];
        var length = random.Next(1, 9);
        return string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(40) switch
        {
            0 => "\uD842\uDFB7",
            1 => "\uD842",
            2 => "\uFFFD",
            3 => "\uFFFF",
            4 => "\0",
            < 10 => "é",
            < 20 => ((char)random.Next('a', 'z')).ToString(),
            _ => ((char)random.Next(0x4E00, 0x4E30)).ToString(),
        }));
    }
}
