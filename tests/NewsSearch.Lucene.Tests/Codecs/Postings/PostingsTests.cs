using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Tests.Codecs.Terms;

namespace NewsSearch.Lucene.Tests.Codecs.Postings;

/// <summary>Postings come back as they were written, whichever part is asked for and however far one skips.</summary>
public sealed class PostingsTests
{
    private const int DocCount = 5000;

    private static readonly int[] CountsAroundBlocks = [1, 2, 127, 128, 129, 255, 256, 257, 1023, 1024, 1025, 1152, 1153, 4999];
    private static readonly int[] MixedCounts = [300, 1, 128, 2];

    public static TheoryData<IndexOptions, int> OptionsAndCounts
    {
        get
        {
            var data = new TheoryData<IndexOptions, int>();
            foreach (var options in Enum.GetValues<IndexOptions>().Where(options => options != IndexOptions.None))
            {
                foreach (var count in CountsAroundBlocks) data.Add(options, count);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(OptionsAndCounts))]
    public void Everything_that_is_indexed_comes_back(IndexOptions options, int count)
    {
        var term = RandomTerms.Term("t", new RandomTerms(count).Postings(count, DocCount));
        var cursor = SegmentInMemory.Of(options, DocCount, [term]).OpenField().Iterator();
        Assert.True(cursor.MoveNext());
        Assert.Equal(count, cursor.DocFreq);
        Assert.Equal(options >= IndexOptions.DocsAndFreqs ? term.TotalTermFreq : -1, cursor.TotalTermFreq);
        foreach (var features in Enum.GetValues<PostingsFeatures>())
        {
            var postings = cursor.Postings(features);
            Assert.Equal(-1, postings.DocId);
            Assert.Equal(count, postings.Cost);
            foreach (var expected in term.Postings)
            {
                Assert.Equal(expected.DocId, postings.NextDoc());
                PostingsAssert.AtPosting(expected, postings, options, features);
            }

            Assert.Equal(DocIdSetIterator.NoMoreDocs, postings.NextDoc());
            Assert.Equal(DocIdSetIterator.NoMoreDocs, postings.DocId);
        }
    }

    [Fact]
    public void A_reader_that_goes_over_to_another_segment_reads_nothing_of_the_one_before()
    {
        const IndexOptions Options = IndexOptions.DocsFreqsAndPositions;
        var random = new RandomTerms(7);
        PostingsEnum? postings = null;
        foreach (var count in (int[])[1000, 700])
        {
            var term = RandomTerms.Term("t", random.Postings(count, DocCount));
            var cursor = SegmentInMemory.Of(Options, DocCount, [term]).OpenField().Iterator();
            Assert.True(cursor.MoveNext());
            postings = cursor.Postings(PostingsFeatures.Positions, postings);

            // Far enough from one to the next that skip data is used.
            foreach (var expected in term.Postings.Where((_, i) => i % 300 == 290))
            {
                Assert.Equal(expected.DocId, postings.Advance(expected.DocId));
                PostingsAssert.AtPosting(expected, postings, Options, PostingsFeatures.Positions);
            }
        }
    }

    [Theory]
    [MemberData(nameof(OptionsAndCounts))]
    public void Documents_added_at_once_give_the_same_files(IndexOptions options, int count)
    {
        if (options == IndexOptions.DocsFreqsPositionsAndOffsets) return;
        var random = new RandomTerms(count);
        ModelTerm[] terms = [RandomTerms.Term("s", random.Postings(3, DocCount)), RandomTerms.Term("t", random.Postings(count, DocCount, maxFreq: 300))];
        var plain = SegmentInMemory.Of(options, DocCount, terms);
        var atOnce = new SegmentInMemory(DocCount) { AddsWholeDocuments = true };
        atOnce.Write(new SortedDictionary<string, (IndexOptions, IEnumerable<ModelTerm>)> { ["f"] = (options, terms) });

        Assert.Equal(plain.Directory.ListAll(), atOnce.Directory.ListAll());
        foreach (var file in plain.Directory.ListAll()) Assert.Equal(plain.Directory.ReadFile(file), atOnce.Directory.ReadFile(file));
    }

    [Theory]
    [MemberData(nameof(OptionsAndCounts))]
    public void Advancing_ends_at_the_first_document_not_before_the_target(IndexOptions options, int count)
    {
        var term = RandomTerms.Term("t", new RandomTerms(count).Postings(count, DocCount));
        var cursor = SegmentInMemory.Of(options, DocCount, [term]).OpenField().Iterator();
        Assert.True(cursor.MoveNext());
        PostingsEnum? postings = null;
        for (var seed = 0; seed < 20; seed++)
        {
            var features = (PostingsFeatures)(seed % 4);
            postings = cursor.Postings(features, postings);
            PostingsAssert.WalksAs(term.Postings, postings, options, features, new Random(seed), maxStep: 1 << seed % 13);
        }
    }

    [Theory]
    [MemberData(nameof(OptionsAndCounts))]
    public void Batches_of_any_size_put_together_are_the_whole_list(IndexOptions options, int count)
    {
        var term = RandomTerms.Term("t", new RandomTerms(count).Postings(count, DocCount));
        var cursor = SegmentInMemory.Of(options, DocCount, [term]).OpenField().Iterator();
        Assert.True(cursor.MoveNext());
        for (var seed = 0; seed < 20; seed++)
        {
            var postings = cursor.Postings(PostingsFeatures.Freqs);
            postings.NextDoc();
            PostingsAssert.TakesAs(term.Postings, postings, options, new Random(seed));
        }
    }

    [Theory]
    [MemberData(nameof(OptionsAndCounts))]
    public void Of_some_documents_those_that_hold_the_term_are_retained(IndexOptions options, int count)
    {
        var term = RandomTerms.Term("t", new RandomTerms(count).Postings(count, DocCount));
        var cursor = SegmentInMemory.Of(options, DocCount, [term]).OpenField().Iterator();
        Assert.True(cursor.MoveNext());
        for (var seed = 0; seed < 20; seed++)
            PostingsAssert.RetainsAs(term.Postings, cursor.Postings(PostingsFeatures.Freqs), options, new Random(seed), maxStep: 1 << seed % 11);
    }

    [Theory]
    [InlineData(IndexOptions.Docs)]
    [InlineData(IndexOptions.DocsFreqsAndPositions)]
    [InlineData(IndexOptions.DocsFreqsPositionsAndOffsets)]
    public void Positions_come_back_several_at_a_time(IndexOptions options)
    {
        var term = RandomTerms.Term("t", new RandomTerms(11).Postings(1000, DocCount, 9));
        var cursor = SegmentInMemory.Of(options, DocCount, [term]).OpenField().Iterator();
        Assert.True(cursor.MoveNext());
        var random = new Random(11);
        foreach (var features in (PostingsFeatures[])[PostingsFeatures.Positions, PostingsFeatures.Offsets])
        {
            var postings = cursor.Postings(features);
            foreach (var expected in term.Postings)
            {
                postings.NextDoc();
                int[] wanted = [.. expected.Occurrences.Take(random.Next(expected.Freq + 1)).Select(occurrence => options == IndexOptions.Docs ? -1 : occurrence.Position)];
                var positions = new int[wanted.Length];
                var first = random.Next(positions.Length + 1);
                postings.ReadPositions(positions.AsSpan(0, first));
                postings.ReadPositions(positions.AsSpan(first));
                Assert.Equal(wanted, positions);
                if (options != IndexOptions.Docs && random.Next(5) == 0) Assert.Throws<InvalidOperationException>(() => postings.ReadPositions(new int[expected.Freq + 1]));
            }
        }
    }

    [Theory]
    [InlineData(IndexOptions.DocsAndFreqs)]
    [InlineData(IndexOptions.DocsFreqsAndPositions)]
    [InlineData(IndexOptions.DocsFreqsPositionsAndOffsets)]
    public void Long_lists_are_skipped_on_several_levels(IndexOptions options)
    {
        const int docCount = 300_000;
        var random = new RandomTerms(7);
        var terms = new[] { RandomTerms.Term("a", random.Postings(200_000, docCount, 3)), RandomTerms.Term("b", random.Postings(9_000, docCount, 200)) };
        var cursor = SegmentInMemory.Of(options, docCount, terms).OpenField().Iterator();
        foreach (var term in terms)
        {
            Assert.True(cursor.MoveNext());
            foreach (var maxStep in new[] { 3, 300, 3_000, 30_000, 300_000 })
                PostingsAssert.WalksAs(term.Postings, cursor.Postings(PostingsFeatures.Offsets), options, PostingsFeatures.Offsets, new Random(maxStep), maxStep);
        }
    }

    [Fact]
    public void Skipping_reads_few_blocks_of_a_long_list()
    {
        const int docCount = 300_000;
        var term = RandomTerms.Term("t", [.. Enumerable.Range(0, docCount).Select(docId => new ModelPosting(docId, [default]))]);
        var segment = SegmentInMemory.Of(IndexOptions.DocsAndFreqs, docCount, [term]);
        var terms = segment.OpenField();
        var cursor = terms.Iterator();
        Assert.True(cursor.MoveNext());
        var postings = cursor.Postings(PostingsFeatures.Docs);

        // What lies between the first block and the skip data is made unreadable: only who reads it notices.
        var state = cursor.State;
        var broken = segment.ReadFile("doc");
        broken.AsSpan((int)state.DocStart..(int)(state.DocStart + state.SkipOffset)).Fill(0xFF);
        segment.WriteFile("doc", broken);
        var brokenPostings = segment.OpenField().Postings(state, PostingsFeatures.Docs);
        Assert.Equal(299_999, postings.Advance(299_999));
        Assert.ThrowsAny<Exception>(() => brokenPostings.NextDoc());
        // The tail of 96 documents is broken as well, so the last document can't be read; but no block before it is.
        var error = Assert.Throws<Lucene.Store.CorruptIndexException>(() => segment.OpenField().Postings(state, PostingsFeatures.Docs).Advance(299_999));
        Assert.InRange(error.Offset, state.DocStart + state.SkipOffset - 96 * 2, broken.Length);
    }

    [Fact]
    public void Positions_of_documents_may_be_left_unread_or_half_read()
    {
        var term = RandomTerms.Term("t", new RandomTerms(3).Postings(1000, DocCount, 9));
        var cursor = SegmentInMemory.Of(IndexOptions.DocsFreqsPositionsAndOffsets, DocCount, [term]).OpenField().Iterator();
        Assert.True(cursor.MoveNext());
        var postings = cursor.Postings(PostingsFeatures.Offsets);
        var random = new Random(3);
        foreach (var expected in term.Postings)
        {
            postings.NextDoc();
            foreach (var occurrence in expected.Occurrences.Take(random.Next(expected.Freq + 3)))
            {
                Assert.Equal(occurrence.Position, postings.NextPosition());
                Assert.Equal(occurrence.StartOffset, postings.StartOffset);
                Assert.Equal(occurrence.EndOffset, postings.EndOffset);
            }
        }
    }

    [Fact]
    public void More_positions_than_occurrences_are_refused()
    {
        var segment = SegmentInMemory.Of(IndexOptions.DocsFreqsAndPositions, 3, [RandomTerms.Term("t", new ModelPosting(1, [default]))]);
        var cursor = segment.OpenField().Iterator();
        Assert.True(cursor.MoveNext());
        var postings = cursor.Postings(PostingsFeatures.Positions);
        postings.NextDoc();
        postings.NextPosition();
        Assert.Throws<InvalidOperationException>(() => postings.NextPosition());
    }

    [Fact]
    public void An_enum_can_be_used_again_for_a_term_of_another_field()
    {
        var random = new RandomTerms(5);
        var contents = new SortedDictionary<string, (IndexOptions Options, IEnumerable<ModelTerm> Terms)>(StringComparer.Ordinal);
        foreach (var options in Enum.GetValues<IndexOptions>().Where(options => options != IndexOptions.None))
            contents[options.ToString()] = (options, [.. MixedCounts.Select((count, i) => RandomTerms.Term($"t{i}", random.Postings(count, DocCount)))]);
        var segment = new SegmentInMemory(DocCount);
        segment.Write(contents);
        var terms = segment.Open();
        PostingsEnum? postings = null;
        foreach (var features in Enum.GetValues<PostingsFeatures>())
        {
            foreach (var (name, (options, expected)) in contents)
            {
                var cursor = terms.Terms(name)!.Iterator();
                foreach (var term in expected)
                {
                    Assert.True(cursor.MoveNext());
                    var next = cursor.Postings(features, postings);
                    Assert.True(postings is null || ReferenceEquals(postings, next));
                    postings = next;
                    PostingsAssert.WalksAs(term.Postings, postings, options, features, new Random(1), maxStep: 5);
                }
            }
        }
    }
}
