using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>
/// An index that we write, of several segments with deletions, is clean for Java Lucene 4.10.4 and answers the same there:
/// the same totals, the same best documents, the same scores.
/// </summary>
public sealed class JavaAgreementTests(JavaAgreementTests.WrittenIndex index) : IClassFixture<JavaAgreementTests.WrittenIndex>
{
    private const int Seed = 20260521;

    private static readonly string[] Words =
    [
        "新闻", "大桥", "通车", "列车", "高铁", "澜江", "云岫", "海屿", "图书馆", "候鸟", "水稻", "台风", "飞机", "试飞", "球赛", "马拉松",
        "窑址", "考古", "学校", "学生", "医院", "医生", "市民", "春天", "冬季", "冰雪", "港口", "航天", "卫星", "火箭", "收费", "公告", "天气",
        "降雨", "气温", "经济", "增长", "投资", "工厂", "电池", "5g", "ai", "c919", "gdp", "xy-90", "2024", "3.5%",
        "新闻社", "新闻网", "闻新", "新闻发布会", "图书", "书图馆", "c929", "919c", "xy-91", "yx-90", "2025", "𠮷野家", "𠮷野",
    ];

    [SkippableFact]
    public void Javas_CheckIndex_finds_no_problem()
    {
        var report = JavaLucene.CheckIndex(index.Folder);

        Assert.True(report.IsClean, report.Output);
    }

    [Fact]
    public void Our_own_check_finds_no_problem_either()
    {
        using var directory = new FileSystemDirectory(index.Folder);

        var report = IndexChecker.Check(directory);

        Assert.True(report.IsClean, string.Join('\n', report.Segments.SelectMany(segment => segment.Problems)));
        Assert.True(report.Segments.Count > 3);
        Assert.Contains(report.Segments, segment => segment.DeletedCount > 0);
    }

    [SkippableFact]
    public void Three_hundred_queries_have_the_same_totals_documents_and_scores_in_Java() => AssertAgreement(300, RandomQuery);

    [SkippableFact]
    public void Four_hundred_phrases_patterns_ranges_and_combinations_have_the_same_totals_documents_and_scores_in_Java() =>
        AssertAgreement(LongTests.AreOn ? 4000 : 400, new RandomPairs(Pick).Next);

    private void AssertAgreement(int count, Func<Random, int, PairedQuery> next)
    {
        using var directory = new FileSystemDirectory(index.Folder);
        using var reader = DirectoryReader.Open(directory);
        using var judge = JavaLucene.OpenJudge(index.Folder);
        var searcher = new IndexSearcher(reader);
        var random = new Random(Seed);
        var withHits = 0;
        for (var number = 0; number < count; number++)
        {
            var query = next(random, number);
            var ours = searcher.Search(query.Query, 20);
            if (ours.TotalHits > 0) withHits++;

            var difference = HitComparison.FindDifference(ours, judge.Search(query.Form));

            Assert.True(difference is null, $"Query {number} of seed {Seed}, {query.Form}: {difference}");
        }

        Assert.True(withHits > count * 3 / 4, $"only {withHits} queries have hits");
    }

    [SkippableFact]
    public void Terms_statistics_and_stored_values_are_the_same_in_Java()
    {
        using var directory = new FileSystemDirectory(index.Folder);
        using var reader = DirectoryReader.Open(directory);
        using var judge = JavaLucene.OpenJudge(index.Folder);
        var searcher = new IndexSearcher(reader);

        Assert.Equal((reader.MaxDoc, reader.NumDocs), (judge.Index().MaxDoc, judge.Index().NumDocs));
        foreach (var word in Words)
            Assert.Equal(searcher.TermStatistics(new Term("body", word)).DocFreq, judge.Term("body", word).DocFreq);
        Assert.Equal(searcher.CollectionStatistics("body").SumTotalTermFreq, judge.Field("body")!.SumTotalTermFreq);
        for (var docId = 0; docId < reader.MaxDoc; docId += 97)
            Assert.Equal(
                reader.Document(docId).Select(field => field.Name),
                judge.Stored(docId).Select(field => field.Name));
    }

    private static PairedQuery RandomQuery(Random random, int number) => (number % 10) switch
    {
        0 => Word(random),
        1 => PairedQuery.Bool((Occur.Must, Word(random)), (Occur.Must, Word(random))),
        2 => PairedQuery.Bool((Occur.Should, Word(random)), (Occur.Should, Word(random))),
        3 => PairedQuery.Bool((Occur.Should, Word(random)), (Occur.Should, Word(random)), (Occur.Should, Word(random)), (Occur.Should, Word(random).Boosted(2.5f))),
        4 => PairedQuery.Phrase("body", Pick(random), Pick(random)),
        5 => PairedQuery.Bool((Occur.Must, Word(random)), (Occur.MustNot, Word(random))),
        6 => PairedQuery.Bool((Occur.Must, Word(random)), (Occur.Should, Word(random)), (Occur.MustNot, PairedQuery.Phrase("body", Pick(random), Pick(random)))),
        7 => PairedQuery.Bool((Occur.Must, TitleOrBody(random)), (Occur.Must, TitleOrBody(random))),
        8 => PairedQuery.Bool((Occur.Must, Word(random)), (Occur.Filter, PairedQuery.Range("day", random.Next(400), 400 + random.Next(400)))),
        _ => PairedQuery.Bool((Occur.Must, PairedQuery.Prefix("body", Pick(random)[..1])), (Occur.Should, Word(random))),
    };

    private static PairedQuery Word(Random random) => PairedQuery.Term("body", Pick(random));

    private static PairedQuery TitleOrBody(Random random)
    {
        var word = Pick(random);
        return PairedQuery.Bool((Occur.Should, PairedQuery.Term("title", word).Boosted(2)), (Occur.Should, PairedQuery.Term("body", word)));
    }

    /// <summary>Words are as unequally frequent as those of a language: a few often, most seldom.</summary>
    private static string Pick(Random random) => Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 2))];

    /// <summary>2,600 documents in segments of about 500, with updates, deletions and fields that some documents lack.</summary>
    public sealed class WrittenIndex : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public WrittenIndex()
        {
            using var directory = new FileSystemDirectory(Folder);
            using var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer());
            var random = new Random(Seed);
            for (var number = 0; number < 2600; number++)
            {
                writer.Update(new Term("id", "d" + number % 2500), RandomDocument(random, "d" + number % 2500));
                if (number % 700 == 600) writer.Delete(new Term("source", "来源" + random.Next(40)));
                if (number % 500 == 499) writer.Commit();
            }

            writer.Commit(new Dictionary<string, string> { ["made by"] = "JavaAgreementTests" });
        }

        public string Folder => _folder.FullName;

        public void Dispose() => _folder.Dispose();

        private static Document RandomDocument(Random random, string id)
        {
            var document = new Document { Field.Keyword("id", id, isStored: true) };
            document.Add(Field.Text("title", Text(random, 2 + random.Next(8)), isStored: true));
            if (random.Next(50) > 0) document.Add(Field.Text("body", Text(random, random.Next(4) == 0 ? random.Next(900) : random.Next(80))));
            document.Add(Field.Keyword("source", "来源" + random.Next(40), isStored: true));
            document.Add(Field.SortedColumn("source", "来源" + random.Next(40)));
            if (random.Next(20) > 0) document.Add(Field.NumericColumn("day", random.Next(800)));
            if (random.Next(20) > 0) AddNumbers(document, random);
            for (var i = random.Next(4); i > 0; i--) document.Add(Field.SortedSetColumn("channel", "频道" + random.Next(12)));
            document.Add(Field.BinaryColumn("fingerprint", [.. Enumerable.Range(0, random.Next(20)).Select(_ => (byte)random.Next(256))]));
            document.Add(Field.Stored("number", StoredValue.Of(random.NextInt64())));
            return document;
        }

        private static void AddNumbers(Document document, Random random)
        {
            foreach (var field in TrieTerms.Int64Fields("time", random.NextInt64(-2000, 2000) << random.Next(50))) document.Add(field);
            foreach (var field in TrieTerms.Int32Fields("views", random.Next(-500, 500) << random.Next(20), precisionStep: 8)) document.Add(field);
        }

        private static string Text(Random random, int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => Pick(random)));
    }
}
