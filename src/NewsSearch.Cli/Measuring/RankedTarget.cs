using System.Text;
using NewsSearch.Archive;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Facets;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.SmartCn;

namespace NewsSearch.Cli.Measuring;

/// <summary>The engine, asked what the peers are asked.</summary>
internal sealed class RankedTarget(IndexSearcher searcher)
{
    /// <summary>Hits of a page.</summary>
    public const int Size = 10;

    private const int MostMonths = 1200;

    // As the product asks for them.
    private static readonly FacetRequest[] s_facets = Facets(50);

    public static Query Parse(BenchQuery query) => query.Kind switch
    {
        BenchQuery.Common => Word(query.Words[0]),
        BenchQuery.Phrase => new PhraseQuery(ArticleSchema.Body, query.Words),
        BenchQuery.And => new BooleanQuery(query.Words.Select(word => BooleanClause.Must(Word(word)))),
        BenchQuery.Or => new BooleanQuery(query.Words.Select(word => BooleanClause.Should(Word(word)))),
        _ => throw new ArgumentException($"A query of kind {query.Kind} is not ranked by words."),
    };

    /// <summary>The query for a text of two characters or more wherever it stands.</summary>
    public static Query ParseLiteral(string text)
    {
        var pairs = new List<string>();
        var stream = new CharacterPairAnalyzer().CreateStream("");
        stream.Reset(text.AsMemory());
        while (stream.MoveNext()) pairs.Add(stream.Term.ToString());

        // The last one is a single character, which the pair before it ends with.
        pairs.RemoveAt(pairs.Count - 1);
        return new BooleanQuery(
            BooleanClause.Should(Pairs(ArticleSchema.TitleGram, pairs)),
            BooleanClause.Should(Pairs(ArticleSchema.BodyGram, pairs)));
    }

    /// <summary>The number of the document of an id.</summary>
    public int Find(string id) => searcher.Search(new TermQuery(ArticleSchema.IdTerm(id)), 1).ScoreDocs[0].DocId;

    /// <summary>The ten best, the exact total, and the counts of all matches; returns the total.</summary>
    public int SearchAndCount(Query query) => searcher.Search(query, new SearchOptions { Size = Size }, s_facets).TopDocs.TotalHits;

    /// <summary>The same with the stored fields of the ten; returns the total.</summary>
    public int SearchCountAndFetch(Query query)
    {
        var found = searcher.Search(query, new SearchOptions { Size = Size }, s_facets).TopDocs;
        Fetch([.. found.ScoreDocs.Select(hit => hit.DocId)]);
        return found.TotalHits;
    }

    /// <summary>The ten best, with as much of the total as comes by itself or with all of it; returns how many they are.</summary>
    public int SearchTop(Query query, bool countsHits = false) => searcher.Search(query, new SearchOptions { Size = Size, CountsHits = countsHits }).ScoreDocs.Count;

    /// <summary>All stored fields of some documents; returns the characters of their titles and bodies.</summary>
    public int Fetch(int[] documents)
    {
        var characters = 0;
        foreach (var number in documents)
        {
            var document = searcher.Document(number);
            characters += document.Text(ArticleSchema.Title)!.Length + document.Text(ArticleSchema.Body)!.Length;
        }

        return characters;
    }

    /// <summary>What a query finds, to compare: the total and, of each facet, the values, the sum of their counts and a hash of both.</summary>
    public string Describe(Query query)
    {
        var found = searcher.Search(query, new SearchOptions { Size = Size }, Facets(int.MaxValue));
        return $"{found.TopDocs.TotalHits}{string.Concat(found.Facets.Select(facet => "\t" + Describe(facet.Values)))}";
    }

    private static FacetRequest[] Facets(int most) =>
    [
        new(ArticleSchema.Source, most), new(ArticleSchema.Channel, most), new(ArticleSchema.Month, Math.Max(most, MostMonths), FacetOrder.ValueDescending),
    ];

    private static string Describe(IReadOnlyList<FacetValue> values)
    {
        var hash = 0UL;
        foreach (var value in values) hash += Fnv(value.Label) * (ulong)value.Count;
        return $"{values.Count}/{values.Sum(value => (long)value.Count)}/{hash:x}";
    }

    private static ulong Fnv(string label)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var b in Encoding.UTF8.GetBytes(label)) hash = (hash ^ b) * 0x100000001B3UL;
        return hash;
    }

    private static TermQuery Word(string word) => new(ArticleSchema.Body, word);

    private static Query Pairs(string field, List<string> pairs) =>
        pairs.Count == 1 ? new TermQuery(new Term(field, pairs[0])) : new PhraseQuery(field, pairs);
}
