using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.StoredFields;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Codecs.StoredFields;

/// <summary>The cursor copies documents as they are encoded, one by one or a chunk at a time, into the same bytes.</summary>
public sealed class StoredFieldsCursorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(1000)]
    public void Documents_copied_one_by_one_make_the_same_files(int count)
    {
        using var segment = StoredSegment.Write(RandomDocuments(count, seed: count));
        AssertSameFiles(segment, Copy(segment, chunkAtATime: false, _ => true, out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(128)]
    [InlineData(1000)]
    public void Chunks_copied_as_they_are_make_the_same_files(int count)
    {
        using var segment = StoredSegment.Write(RandomDocuments(count, seed: count));
        AssertSameFiles(segment, Copy(segment, chunkAtATime: true, _ => true, out var copiedInChunks));
        Assert.Equal(count > 1, copiedInChunks > count * 0.8);
    }

    [Theory]
    [InlineData(500, 0)]
    [InlineData(500, 499)]
    [InlineData(2000, 700)]
    public void Where_a_document_is_left_out_chunks_are_made_anew(int count, int missing)
    {
        var documents = RandomDocuments(count, seed: count);
        using var segment = StoredSegment.Write(documents);
        using var expected = StoredSegment.Write([.. documents.Where((_, docId) => docId != missing)]);
        AssertSameFiles(expected, Copy(segment, chunkAtATime: true, docId => docId != missing, out var copiedInChunks));
        Assert.InRange(copiedInChunks, missing == 0 ? 0 : 1, count - 1);
    }

    [Fact]
    public void Fields_get_the_numbers_they_are_given()
    {
        using var segment = StoredSegment.Write(
            StoredSegment.Document(Field.Stored("a", StoredValue.Of("甲")), Field.Stored("b", StoredValue.Of(7L))),
            StoredSegment.Document(Field.Stored("b", StoredValue.Of(1.5)), Field.Stored("a", StoredValue.Of([1, 2, 3]))));
        using var cursor = segment.Reader.OpenCursor();
        using var target = new MemoryDirectory();
        using (var writer = new StoredFieldsWriter(new SegmentOutputs(target, "_0", 2)))
        {
            while (cursor.MoveNext())
            {
                writer.StartDocument();
                cursor.CopyTo(writer, new Dictionary<int, int> { [0] = 1, [1] = 0 });
                writer.FinishDocument();
            }

            writer.Finish();
        }

        using var opened = StoredSegment.Open(target, 2, segment.Fields);
        // The fields' own numbers are kept for reading: what was "a" is now "b".
        Assert.Equal(["b=甲 a=7", "a=1.5 b=3 bytes"], Enumerable.Range(0, 2).Select(docId => string.Join(' ', opened.Reader.Read(docId).Select(field => $"{field.Name}={field.Value}"))));
    }

    [Fact]
    public void Changed_bytes_give_a_clear_error_or_other_values_but_never_end_otherwise()
    {
        var documents = RandomDocuments(300, seed: 3);
        using var segment = StoredSegment.Write(documents);
        var bytes = segment.Directory.ReadFile("_0.fdt");
        var random = new Random(4716);
        var refused = 0;
        for (var round = 0; round < 1_000; round++)
        {
            var broken = (byte[])bytes.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--) broken[random.Next(37, broken.Length - 16)] = (byte)random.Next(256);
            segment.Directory.WriteFile("_0.fdt", broken);
            using var opened = StoredSegment.Open(segment.Directory, documents.Length, segment.Fields);
            var error = Record.Exception(() => Copy(opened, chunkAtATime: false, _ => true, out _));
            Assert.True(error is null or CorruptIndexException, $"Round {round}: {error}");
            if (error is not null) refused++;
        }

        Assert.True(refused > 100, $"{refused} refused");
    }

    private static MemoryDirectory Copy(StoredSegment segment, bool chunkAtATime, Func<int, bool> isWanted, out int copiedInChunks)
    {
        var target = new MemoryDirectory();
        copiedInChunks = 0;
        using var cursor = segment.Reader.OpenCursor();
        using var writer = new StoredFieldsWriter(new SegmentOutputs(target, "_0", 0));
        while (true)
        {
            if (chunkAtATime && cursor.CopyChunkTo(writer, (first, count) => Enumerable.Range(first, count).All(isWanted)) is var copied and > 0)
            {
                copiedInChunks += copied;
                continue;
            }

            if (!cursor.MoveNext()) break;
            if (!isWanted(cursor.DocId)) continue;
            writer.StartDocument();
            cursor.CopyTo(writer, newNumbers: null);
            writer.FinishDocument();
        }

        writer.Finish();
        return target;
    }

    private static void AssertSameFiles(StoredSegment expected, MemoryDirectory actual)
    {
        foreach (var file in expected.Directory.ListAll()) Assert.Equal(expected.Directory.ReadFile(file), actual.ReadFile(file));
    }

    private static Document[] RandomDocuments(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => RandomDocument(random))];
    }

    private static Document RandomDocument(Random random) => StoredSegment.Document(
        Field.Stored("text", StoredValue.Of(new string('新', random.Next(30) == 0 ? random.Next(40_000) : random.Next(400)))),
        Field.Stored("noise", StoredValue.Of($"{random.NextInt64()}{random.NextInt64()}")),
        Field.Stored("number", StoredValue.Of(random.Next())));
}
