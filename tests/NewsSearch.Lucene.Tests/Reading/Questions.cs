using System.Globalization;
using System.Text;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Facets;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Reading;

/// <summary>A fixed set of questions to an index of <see cref="SmallIndex"/>: every kind of query, sorting, facets, stored fields, term vectors.</summary>
internal static class Questions
{
    private static readonly Query[] Queries =
    [
        new MatchAllDocsQuery(),
        new TermQuery("body", "新闻"),
        new TermQuery("title", "上海"),
        new TermQuery("body", "there is no such term"),
        new PhraseQuery("body", "新闻", "经济"),
        new PhraseQuery("title", "经济", "新闻"),
        new PrefixQuery("body", "上"),
        new PrefixQuery("body", "w1"),
        new TermSetQuery("body", "桥", "铁路", "w17", "nothing"),
        new ConstantScoreQuery(new TermQuery("body", "会议")),
        new BoostQuery(new TermQuery("title", "海"), 2),
        new BooleanQuery(
            BooleanClause.Must(new TermQuery("body", "经济")),
            BooleanClause.MustNot(new TermQuery("body", "雨")),
            BooleanClause.Should(new TermQuery("title", "晴"))),
        new BooleanQuery(
            BooleanClause.Should(new TermQuery("body", "新闻")),
            BooleanClause.Should(new TermQuery("body", "合作")),
            BooleanClause.Should(new TermQuery("title", "书"))),
        new BooleanQuery(
            BooleanClause.Must(new TermQuery("body", "新闻")),
            BooleanClause.Must(new TermQuery("body", "w3")),
            BooleanClause.Filter(new DocValuesRangeQuery("views", 10, 700_000))),
    ];

    /// <summary>Asks everything and joins the answers.</summary>
    /// <param name="directory">The index.</param>
    /// <param name="isOwn">Whether it is the index that our writer made, whose columns differ from Lucene.NET's.</param>
    /// <param name="isError">Whether an error ends only the question that met it, and is its answer.</param>
    public static string Ask(IndexDirectory directory, bool isOwn, Predicate<Exception>? isError = null)
    {
        var answers = new StringBuilder();
        Answer(answers, isError, () =>
        {
            using var reader = DirectoryReader.Open(directory);
            answers.AppendLine(CultureInfo.InvariantCulture, $"{reader.MaxDoc} {reader.NumDocs} {reader.SegmentCount}");
            AskReader(reader, answers, isOwn, isError);
        });
        return answers.ToString();
    }

    private static void AskReader(DirectoryReader reader, StringBuilder answers, bool isOwn, Predicate<Exception>? isError)
    {
        var searcher = new IndexSearcher(reader);
        foreach (var query in Queries)
            Answer(answers, isError, () => Append(answers, query, searcher.Search(query, new SearchOptions { Size = 20 })));
        var (text, set, number) = isOwn ? ("source", "tag", "views") : ("source_dv", "tag_dv", "views");
        foreach (var sort in new[] { Sort.ByNumber(number), Sort.ByNumber("sparse", true, true), Sort.ByText(text), Sort.ByText(text, true, true) })
            Answer(answers, isError, () => Append(answers, sort, searcher.Search(Queries[1], new SearchOptions { Sort = sort, Size = 30 })));
        Answer(answers, isError, () => answers.AppendLine(CultureInfo.InvariantCulture, $"{searcher.Explain(Queries[1], 3).Value}"));
        foreach (var field in new[] { text, set, number })
        {
            Answer(answers, isError, () =>
            {
                foreach (var counts in searcher.CountFacets(Queries[0], [new FacetRequest(field, 30)]))
                    answers.AppendLine(string.Join(' ', counts.Values));
            });
        }

        // Every document costs too much for thousands of indexes; these lie in many chunks.
        for (var docId = 0; docId < reader.MaxDoc; docId += 1 + reader.MaxDoc / 30)
        {
            Answer(answers, isError, () => Append(answers, searcher.Document(docId)));
            Answer(answers, isError, () => AppendVectors(answers, reader, docId));
        }
    }

    private static void Answer(StringBuilder answers, Predicate<Exception>? isError, Action ask)
    {
        try
        {
            ask();
        }
        catch (Exception error) when (isError?.Invoke(error) == true)
        {
            answers.Append("error: ").AppendLine(error.Message);
        }
    }

    private static void Append(StringBuilder answers, object what, TopDocs found)
    {
        answers.Append(what).Append(": ").Append(found.TotalHits);
        foreach (var hit in found.ScoreDocs) answers.Append(CultureInfo.InvariantCulture, $" {hit.DocId}={hit.Score}");
        answers.AppendLine();
    }

    private static void Append(StringBuilder answers, Document document)
    {
        foreach (var field in document)
        {
            var value = field.Value.Kind == StoredValueKind.Bytes ? Convert.ToHexString(field.Value.AsBytes()) : field.Value.ToString();
            answers.Append(field.Name).Append('=').Append(value).Append(' ');
        }

        answers.AppendLine();
    }

    private static void AppendVectors(StringBuilder answers, DirectoryReader reader, int docId)
    {
        var segment = reader.SegmentOf(docId);
        foreach (var vector in segment.TermVectors(docId - segment.DocBase))
        {
            while (vector.MoveNext())
                answers.Append(Convert.ToHexString(vector.Term)).Append(' ').AppendJoin(',', vector.Positions.ToArray()).AppendJoin(',', vector.EndOffsets.ToArray());
        }

        answers.AppendLine();
    }
}
