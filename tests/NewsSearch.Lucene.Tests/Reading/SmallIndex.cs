using System.Globalization;
using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Fixtures;

namespace NewsSearch.Lucene.Tests.Reading;

/// <summary>Small indexes that tests break: one of ours with every kind of field, and those of Lucene.NET.</summary>
internal static class SmallIndex
{
    /// <summary>What <see cref="Load"/> takes for the index that our own writer makes.</summary>
    public const string Own = "own";

    private static readonly string[] Words = ["新闻", "经济", "上海", "上升", "合作", "会议", "天气", "晴", "雨", "春天", "桥", "铁路", "海", "书"];

    /// <summary>The files of an index by name.</summary>
    public static SortedDictionary<string, byte[]> Load(string name)
    {
        using var directory = name == Own ? Write() : FixtureDirectory.Copy(name);
        return new SortedDictionary<string, byte[]>(directory.ListAll().ToDictionary(file => file, directory.ReadFile), StringComparer.Ordinal);
    }

    /// <summary>A directory of these files.</summary>
    public static MemoryDirectory ToDirectory(IReadOnlyDictionary<string, byte[]> files)
    {
        var directory = new MemoryDirectory();
        foreach (var (file, bytes) in files) directory.WriteFile(file, bytes);
        return directory;
    }

    /// <summary>Three segments, two with deletions; the first is long enough for skip data.</summary>
    private static MemoryDirectory Write()
    {
        var directory = new MemoryDirectory();
        var random = new Random(11);
        using var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer());
        var number = 0;
        foreach (var count in new[] { 170, 40, 10 })
        {
            for (var i = 0; i < count; i++) writer.Add(Document(random, number++));
            writer.Commit(new Dictionary<string, string> { ["note"] = "segment of " + count.ToString(CultureInfo.InvariantCulture) });
        }

        for (var i = 0; i < 200; i += 9) writer.Delete(new Term("id", $"d{i}"));
        writer.Commit();
        return directory;
    }

    private static Document Document(Random random, int number)
    {
        var document = new Document
        {
            Field.Keyword("id", $"d{number}", isStored: true),
            Field.Text("title", RandomText(random, 1, 6), isStored: true),
            Field.Text("body", RandomText(random, 3, 30), isStored: true),
            Indexed("freqs", RandomText(random, 1, 8), IndexOptions.DocsAndFreqs),
            Indexed("offsets", RandomText(random, 1, 12), IndexOptions.DocsFreqsPositionsAndOffsets),
            Field.NumericColumn("views", random.Next(1_000_000)),
            Field.NumericColumn("day", 86_400_000L * random.Next(3000)),
            Field.NumericColumn("grade", random.Next(4) * 17),
            Field.BinaryColumn("blob", [.. Enumerable.Range(0, random.Next(9)).Select(i => (byte)i)]),
            Field.BinaryColumn("hash", BitConverter.GetBytes(random.NextInt64())),
            Field.SortedColumn("source", $"报{random.Next(12)}"),
            Field.SortedSetColumn("tag", $"t{random.Next(30)}"),
            Field.Stored("int", StoredValue.Of(number)),
            Field.Stored("long", StoredValue.Of((long)number << 33)),
            Field.Stored("float", StoredValue.Of(number / 3f)),
            Field.Stored("double", StoredValue.Of(number / 7d)),
            Field.Stored("bytes", StoredValue.Of([1, 2, (byte)number])),
        };
        if (number % 5 == 0) document.Add(Field.NumericColumn("sparse", number));
        if (number % 3 == 0) document.Add(Field.SortedSetColumn("tag", $"t{random.Next(30)}"));
        return document;
    }

    private static Field Indexed(string name, string text, IndexOptions options) =>
        Field.Create(name, StoredValue.Of(text), new FieldOptions { IndexOptions = options, IsTokenized = true });

    private static string RandomText(Random random, int shortest, int longest) =>
        string.Join(' ', Enumerable.Range(0, random.Next(shortest, longest + 1)).Select(
            _ => random.Next(6) == 0 ? "w" + random.Next(400).ToString(CultureInfo.InvariantCulture) : Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 2))]));
}
