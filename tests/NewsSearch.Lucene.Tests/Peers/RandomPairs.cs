using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Tests.Search;

namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>Random phrases, patterns, ranges and combinations over the fields of the index of <see cref="JavaAgreementTests"/>.</summary>
/// <param name="pick">Picks a word of the index.</param>
internal sealed class RandomPairs(Func<Random, string> pick)
{
    private readonly RandomPatterns _patterns = new(pick);

    public PairedQuery Next(Random random, int number) => (number % 14) switch
    {
        0 => SloppyPhrase(random, random.Next(2, 4), vocabulary: 6),
        1 or 2 => SloppyPhrase(random, random.Next(2, 7), vocabulary: random.Next(1, 4)),
        3 => MultiPhrase(random, slop: 0),
        4 or 5 => MultiPhrase(random, random.Next(1, 12)),
        6 => PairedQuery.Wildcard("body", _patterns.Wildcard(random)),
        7 or 8 => Fuzzy(random),
        9 => random.Next(2) == 0 ? TrieRange(random) : TrieRangeInt32(random),
        10 => PairedQuery.DisMax(random.Next(5) / 4f, Word(random), Word(random), Next(random, random.Next(9)).Boosted(1.5f)),
        11 => AtLeast(random),
        12 => PairedQuery.Bool(
            (Occur.Must, PairedQuery.DisMax(0.1f, Word(random), PairedQuery.Term("title", pick(random)).Boosted(2))),
            (Occur.Should, SloppyPhrase(random, 2, vocabulary: 4)),
            (Occur.Should, Fuzzy(random).Boosted(0.5f)),
            (Occur.Filter, TrieRange(random)),
            (Occur.MustNot, PairedQuery.Wildcard("title", _patterns.Wildcard(random)))),

        // From one to some thousand terms: Lucene rewrites them in different ways.
        _ => PairedQuery.Bool(
            (Occur.Must, PairedQuery.Prefix("id", "d" + (random.Next(2) == 0 ? "" : random.Next(300))).Boosted(random.Next(1, 5))),
            (Occur.Should, Next(random, random.Next(9)).Constant())),
    };

    private PairedQuery Word(Random random) => PairedQuery.Term("body", pick(random));

    private PairedQuery SloppyPhrase(Random random, int length, int vocabulary)
    {
        string[] words = [.. Enumerable.Range(0, vocabulary).Select(_ => pick(random))];
        return PairedQuery.SloppyPhrase(
            random.Next(1, 15), "body", [.. Enumerable.Range(0, length).Select(_ => words[random.Next(vocabulary)])]);
    }

    private PairedQuery MultiPhrase(Random random, int slop)
    {
        string[] words = [.. Enumerable.Range(0, random.Next(3, 9)).Select(_ => pick(random)).Distinct()];
        var count = random.Next(2, 5);
        var positions = RandomPatterns.Positions(random, count);

        // Of places at one position that share a term Lucene takes the one or the other first by their addresses in memory.
        if (slop > 0) positions = [.. positions.Select((position, i) => position + i)];
        return PairedQuery.MultiPhrase(slop, "body", [.. positions.Select(position =>
            (position, Enumerable.Range(0, random.Next(1, 4)).Select(_ => words[random.Next(words.Length)]).Distinct().ToArray()))]);
    }

    private PairedQuery Fuzzy(Random random) => PairedQuery.Fuzzy(
        "body", _patterns.Misspelt(random), random.Next(3), random.Next(3), random.Next(2) == 0 ? 50 : random.Next(1, 5));

    private static PairedQuery TrieRange(Random random)
    {
        var from = random.NextInt64(-2000, 500) << random.Next(50);
        return PairedQuery.TrieRange("time", 4, random.Next(6) == 0 ? null : from, random.Next(6) == 0 ? null : from + (random.NextInt64(1, 4000) << random.Next(40)));
    }

    private static PairedQuery TrieRangeInt32(Random random)
    {
        var from = random.Next(-500, 100) << random.Next(20);
        return PairedQuery.TrieRangeInt32("views", 8, random.Next(6) == 0 ? null : from, random.Next(6) == 0 ? null : from + (random.Next(1, 1000) << random.Next(18)));
    }

    private PairedQuery AtLeast(Random random)
    {
        var words = Enumerable.Range(0, random.Next(3, 7)).Select(_ => (Occur.Should, Word(random)));
        var inner = PairedQuery.AtLeast(2, [.. words]);
        var outer = Enumerable.Range(0, random.Next(2, 5)).Select(_ => (Occur.Should, random.Next(3) == 0 ? SloppyPhrase(random, 2, 5) : Word(random)));
        return PairedQuery.AtLeast(
            random.Next(1, 4), [(random.Next(2) == 0 ? Occur.Must : Occur.Should, inner), (Occur.Filter, PairedQuery.Range("day", 100, null)), .. outer]);
    }
}
