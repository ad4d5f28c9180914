using System.Text;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.TermVectors;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;
using NewsSearch.Lucene.Tests.Peers;

namespace NewsSearch.Lucene.Tests.Codecs.TermVectors;

public sealed class TermVectorsTests
{
    private const string Field = "vectors";

    private static readonly byte[] Data = FormatExample.ReadNamed("_0.tvd", "Codecs", "TermVectors");
    private static readonly byte[] Index = FormatExample.ReadNamed("_0.tvx", "Codecs", "TermVectors");

    [Fact]
    public void The_example_of_the_format_page_is_read()
    {
        using var directory = Example(Data);
        using var inputs = new SegmentInputs(directory, new SegmentInfo("_0", 2));
        var reader = new TermVectorsReader(inputs, Fields());

        var vector = Assert.Single(reader.Read(0));
        Assert.Equal("body", vector.Field.Name);
        Assert.Equal(["ab 2: 0:0-2 2:6-8", "ac 1: 1:3-5"], Describe(vector));
        Assert.Empty(reader.Read(1));
    }

    [Fact]
    public void Each_cut_of_the_example_is_refused_by_name()
    {
        for (var i = 0; i < Data.Length; i++)
        {
            using var directory = Example(Data[..i]);
            using var inputs = new SegmentInputs(directory, new SegmentInfo("_0", 2));
            var error = Assert.ThrowsAny<CorruptIndexException>(() => new TermVectorsReader(inputs, Fields()).Read(0));
            Assert.Contains("_0.tv", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_changed_byte_of_the_example_ends_in_an_answer_or_a_clear_error()
    {
        for (var i = 0; i < Data.Length * 256; i++)
        {
            using var directory = Example([.. Data[..(i >> 8)], (byte)i, .. Data[((i >> 8) + 1)..]]);
            using var inputs = new SegmentInputs(directory, new SegmentInfo("_0", 2));
            try
            {
                foreach (var vector in new TermVectorsReader(inputs, Fields()).Read(0)) Describe(vector);
            }
            catch (CorruptIndexException error)
            {
                Assert.Contains("_0.tv", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [SkippableTheory]
    [MemberData(nameof(LuceneNetFixture.Names), MemberType = typeof(LuceneNetFixture))]
    public void The_vectors_of_every_document_are_those_that_Java_reads(string name)
    {
        using var judge = JavaLucene.OpenJudge(LuceneNetFixture.Open(name).IndexPath);
        using var directory = FixtureDirectory.Open(name);
        using var reader = DirectoryReader.Open(directory);
        var withVectors = 0;
        foreach (var segment in reader.Segments)
        {
            for (var docId = 0; docId < segment.MaxDoc; docId++)
            {
                var ours = segment.TermVectors(docId);
                withVectors += ours.Count;
                Assert.All(ours, vector => Assert.Equal(Field, vector.Field.Name));
                Assert.Equal(judge.Vectors(segment.DocBase + docId, Field).Select(term => term.ToString()), ours.SelectMany(Describe));
            }
        }

        Assert.InRange(withVectors, 400, reader.MaxDoc);
    }

    [Theory]
    [MemberData(nameof(LuceneNetFixture.Names), MemberType = typeof(LuceneNetFixture))]
    public void The_vectors_hold_what_the_inverted_index_holds(string name)
    {
        using var directory = FixtureDirectory.Open(name);
        using var reader = DirectoryReader.Open(directory);
        foreach (var segment in reader.Segments)
        {
            if (segment.Terms(Field) is not { } terms) continue;
            var expected = new SortedDictionary<(int DocId, string Term), int>();
            for (var cursor = terms.Iterator(); cursor.MoveNext();)
            {
                var term = Encoding.UTF8.GetString(cursor.Term);
                var postings = cursor.Postings(PostingsFeatures.Freqs);
                while (postings.NextDoc() is var docId && docId != DocIdSetIterator.NoMoreDocs) expected.Add((docId, term), postings.Freq);
            }

            var found = new SortedDictionary<(int DocId, string Term), int>();
            for (var docId = 0; docId < segment.MaxDoc; docId++)
            {
                foreach (var vector in segment.TermVectors(docId))
                    while (vector.MoveNext()) found.Add((docId, Encoding.UTF8.GetString(vector.Term)), vector.Freq);
            }

            Assert.Equal(expected, found);
        }
    }

    private static List<string> Describe(TermVector vector)
    {
        var terms = new List<string>();
        while (vector.MoveNext())
        {
            var places = new List<string>();
            for (var i = 0; i < vector.Positions.Length; i++)
                places.Add(vector.HasOffsets ? $"{vector.Positions[i]}:{vector.StartOffsets[i]}-{vector.EndOffsets[i]}" : $"{vector.Positions[i]}");
            terms.Add($"{Encoding.UTF8.GetString(vector.Term)} {vector.Freq}: {string.Join(' ', places)}");
        }

        return terms;
    }

    private static MemoryDirectory Example(byte[] data)
    {
        var directory = new MemoryDirectory();
        directory.WriteFile("_0.tvd", data);
        directory.WriteFile("_0.tvx", Index);
        return directory;
    }

    private static FieldInfoSet Fields()
    {
        var fields = new FieldInfoSet();
        fields.TryAdd(new FieldInfo("body", 0) { IndexOptions = IndexOptions.DocsFreqsAndPositions, HasVectors = true });
        return fields;
    }
}
