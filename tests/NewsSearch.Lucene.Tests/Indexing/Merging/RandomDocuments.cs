using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing.Merging;

/// <summary>Documents with fields of every kind, each of which most documents lack or not by chance.</summary>
internal static class RandomDocuments
{
    private static readonly (string Name, FieldOptions Options)[] TextFields =
    [
        ("docs", new FieldOptions { IndexOptions = IndexOptions.Docs, IsTokenized = true }),
        ("freqs", new FieldOptions { IndexOptions = IndexOptions.DocsAndFreqs, IsTokenized = true, OmitsNorms = true }),
        ("offsets", new FieldOptions { IndexOptions = IndexOptions.DocsFreqsPositionsAndOffsets, IsTokenized = true, IsStored = true }),
        ("text", new FieldOptions { IndexOptions = IndexOptions.DocsFreqsAndPositions, IsTokenized = true, IsStored = true }),
    ];

    /// <param name="hasAll">Whether no field is left out.</param>
    public static Document Next(Random random, int id, bool hasAll)
    {
        var document = new Document { Field.Keyword("id", $"d{id}", isStored: true) };
        foreach (var (name, options) in TextFields)
            if (Has(random, hasAll)) document.Add(Field.Create(name, StoredValue.Of(Text(random)), options));
        if (Has(random, hasAll)) document.Add(Field.NumericColumn("number", random.Next(3) == 0 ? random.NextInt64() : random.Next(100)));
        if (Has(random, hasAll)) document.Add(Field.NumericColumn("table", 1000L * random.Next(4)));
        if (Has(random, hasAll)) document.Add(Field.BinaryColumn("bytes", Bytes(random)));
        if (Has(random, hasAll)) document.Add(Field.SortedColumn("sorted", Word(random)));
        if (Has(random, hasAll)) document.Add(Field.SortedColumn("fixed", $"{random.Next(10, 99)}"));
        for (var i = hasAll ? 1 : random.Next(4); i > 0; i--) document.Add(Field.SortedSetColumn("set", Word(random)));
        if (Has(random, hasAll)) document.Add(Field.Stored("values", StoredValue.Of(random.NextDouble())));
        if (Has(random, hasAll)) document.Add(Field.Stored("values", StoredValue.Of((float)random.NextDouble())));
        if (Has(random, hasAll)) document.Add(Field.Stored("values", StoredValue.Of(random.Next())));
        if (Has(random, hasAll)) document.Add(Field.Stored("values", StoredValue.Of(random.NextInt64())));
        if (Has(random, hasAll)) document.Add(Field.Stored("more", StoredValue.Of(Bytes(random))));
        return document;
    }

    /// <summary>Writes an index of segments that each hold some of the documents, and deletes the others.</summary>
    public static MemoryDirectory Write(IReadOnlyList<Document> documents, int segmentCount, Func<int, bool> isDeleted)
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer());
        for (var segment = 0; segment < segmentCount; segment++)
        {
            for (var i = documents.Count * segment / segmentCount; i < documents.Count * (segment + 1) / segmentCount; i++) writer.Add(documents[i]);
            writer.Commit();
        }

        for (var i = 0; i < documents.Count; i++)
            if (isDeleted(i)) writer.Delete(new Term("id", $"d{i}"));
        writer.Commit();
        return directory;
    }

    private static bool Has(Random random, bool hasAll) => hasAll || random.Next(3) > 0;

    private static string Text(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(20) == 0 ? random.Next(2000) : random.Next(1, 30)).Select(_ => Word(random)));

    /// <summary>A few words are frequent enough for full blocks of postings, and many occur once.</summary>
    private static string Word(Random random) => random.Next(4) == 0 ? $"词{random.Next(100_000)}" : $"w{(int)(200 * Math.Pow(random.NextDouble(), 3))}";

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(12)];
        random.NextBytes(bytes);
        return bytes;
    }
}
