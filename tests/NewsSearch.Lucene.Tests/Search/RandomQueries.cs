using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>Queries of every kind over the fields of <see cref="RandomIndex"/>.</summary>
internal static class RandomQueries
{
    private static readonly RandomPatterns Patterns = new(RandomIndex.RandomWord);

    public static Query Next(Random random, int depth = 3) => random.Next(3) == 0 ? NextOfTerms(random, depth) : NextPlain(random, depth);

    private static Query NextOfTerms(Random random, int depth) => random.Next(depth == 0 ? 7 : 11) switch
    {
        0 => new WildcardQuery(TextField(random), Patterns.Wildcard(random)),
        1 => Patterns.Fuzzy(random, TextField(random)),
        2 => TrieRange(random),
        3 => SloppyPhrase(random),
        4 or 5 => MultiPhrase(random),
        6 => Near(random),
        7 or 8 => new DisjunctionMaxQuery(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Next(random, depth - 1))) { TieBreaker = random.Next(5) / 4f },
        9 => Coverage(random, depth),
        _ => new FunctionScoreQuery(Next(random, depth - 1), new RecencyBoost("day", random.Next(-5, 40), random.Next(1, 30), random.Next(5) / 2.0)),
    };

    private static Query NextPlain(Random random, int depth) => random.Next(depth == 0 ? 8 : 14) switch
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

    private static CoverageQuery Coverage(Random random, int depth)
    {
        var parts = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Enumerable.Range(0, random.Next(3)).Select(_ => Next(random, depth - 1)).ToArray());
        return new CoverageQuery(parts) { MinimumMatch = random.Next(1, 5) };
    }

    private static string TextField(Random random) => random.Next(3) == 0 ? "title" : "body";

    private static PhraseQuery Phrase(Random random)
    {
        string[] words = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomIndex.RandomWord(random))];
        return random.Next(3) == 0
            ? new PhraseQuery(TextField(random), words, [.. words.Select((_, i) => 2 * i)])
            : new PhraseQuery(TextField(random), words);
    }

    // Without repetitions, for which only the comparison with Java is the judge.
    private static PhraseQuery SloppyPhrase(Random random)
    {
        string[] words = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomIndex.RandomWord(random)).Distinct()];
        return new PhraseQuery(TextField(random), words, RandomPatterns.Positions(random, words.Length)) { Slop = random.Next(8) };
    }

    private static MultiPhraseQuery MultiPhrase(Random random)
    {
        var places = Patterns.Places(random);
        return new MultiPhraseQuery(TextField(random), places, RandomPatterns.Positions(random, places.Length)) { Slop = random.Next(2) * random.Next(8) };
    }

    private static NearQuery Near(Random random)
    {
        var field = TextField(random);
        return new NearQuery(PhraseOf(random, field), PhraseOf(random, field), random.Next(8)) { TermLength = random.Next(1, 3) };
    }

    private static PhraseQuery PhraseOf(Random random, string field)
    {
        string[] words = [.. Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => RandomIndex.RandomWord(random))];
        return new PhraseQuery(field, words, RandomPatterns.Positions(random, words.Length));
    }

    private static TrieRangeQuery TrieRange(Random random)
    {
        int? minimum = random.Next(4) == 0 ? null : random.Next(-4, 30);
        int? maximum = random.Next(4) == 0 ? null : (minimum ?? 10) + random.Next(-1, 12);
        return random.Next(2) == 0
            ? TrieRangeQuery.OfInt64("day_trie", minimum, maximum)
            : TrieRangeQuery.OfInt32("day_trie_32", minimum, maximum, precisionStep: 3);
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
