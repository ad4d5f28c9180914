using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>Queries of every kind over the fields of <see cref="RandomIndex"/>.</summary>
internal static class RandomQueries
{
    public static Query Next(Random random, int depth = 3) => random.Next(depth == 0 ? 8 : 14) switch
    {
        0 or 1 => new TermQuery(TextField(random), RandomIndex.RandomWord(random)),
        2 => Phrase(random),
        3 => new PrefixQuery(TextField(random), RandomIndex.RandomWord(random).EnumerateRunes().First().ToString()),
        4 => Range(random),
        5 => new DocValuesTermsQuery(random.Next(2) == 0 ? "source" : "tags", RandomIndex.RandomSource(random), RandomIndex.RandomSource(random)),
        6 => random.Next(2) == 0 ? new TermQuery("tag", RandomIndex.RandomSource(random)) : new TermSetQuery("tag", RandomIndex.RandomSource(random), "none"),
        7 => random.Next(4) == 0 ? new MatchNoDocsQuery() : new MatchAllDocsQuery(),
        8 => new BoostQuery(Next(random, depth - 1), random.Next(1, 20) / 4f),
        9 => new ConstantScoreQuery(Next(random, depth - 1)),
        _ => Boolean(random, depth),
    };

    private static string TextField(Random random) => random.Next(3) == 0 ? "title" : "body";

    private static PhraseQuery Phrase(Random random)
    {
        string[] words = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomIndex.RandomWord(random))];
        return random.Next(3) == 0
            ? new PhraseQuery(TextField(random), words, [.. words.Select((_, i) => 2 * i)])
            : new PhraseQuery(TextField(random), words);
    }

    private static DocValuesRangeQuery Range(Random random)
    {
        var minimum = random.Next(-4, 30);
        return new DocValuesRangeQuery("day", random.Next(4) == 0 ? null : minimum, random.Next(4) == 0 ? null : minimum + random.Next(-1, 12));
    }

    private static BooleanQuery Boolean(Random random, int depth)
    {
        // Mostly clauses of one kind or two, as people ask, so that not almost everything is empty.
        Occur[] occurs = [(Occur)random.Next(4), Occur.Should, Occur.Must, Occur.Should];
        var clauses = Enumerable.Range(0, random.Next(1, 6))
            .Select(_ => new BooleanClause(occurs[random.Next(occurs.Length)], Next(random, depth - 1)));
        return new BooleanQuery(clauses) { MinimumShouldMatch = random.Next(4) == 0 ? random.Next(4) : 0 };
    }
}
