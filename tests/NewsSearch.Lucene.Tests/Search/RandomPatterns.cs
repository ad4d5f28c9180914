using System.Text;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>Phrases, patterns and approximate words, made from words so that they mostly find something.</summary>
/// <param name="pick">Picks a word.</param>
internal sealed class RandomPatterns(Func<Random, string> pick)
{
    /// <summary>A pattern that the word often matches: some of its characters are replaced by wildcards.</summary>
    public string Wildcard(Random random)
    {
        var pattern = new StringBuilder();
        foreach (var character in pick(random).EnumerateRunes())
        {
            var kind = random.Next(6);
            if (kind == 0) pattern.Append('?');
            else if (kind == 1) pattern.Append('*');
            else pattern.Append(kind == 2 || character.Value is '*' or '?' ? "\\" : "").Append(character.ToString());
        }

        if (random.Next(4) == 0) pattern.Append(random.Next(2) == 0 ? "*" : "?*");
        return pattern.ToString();
    }

    /// <summary>A word with up to three edits.</summary>
    public string Misspelt(Random random)
    {
        List<string> characters = [.. pick(random).EnumerateRunes().Select(rune => rune.ToString())];
        for (var edits = random.Next(4); edits > 0 && characters.Count > 0; edits--)
        {
            var at = random.Next(characters.Count);
            var other = pick(random).EnumerateRunes().First().ToString();
            switch (random.Next(4))
            {
                case 0: characters.Insert(at, other); break;
                case 1: characters.RemoveAt(at); break;
                case 2: characters[at] = other; break;
                default: (characters[at], characters[0]) = (characters[0], characters[at]); break;
            }
        }

        return string.Concat(characters);
    }

    /// <summary>Different words, one to three for each place.</summary>
    public string[][] Places(Random random)
    {
        var seen = new HashSet<string>();
        var places = Enumerable.Range(0, random.Next(1, 5))
            .Select(_ => Enumerable.Range(0, random.Next(1, 4)).Select(_ => pick(random)).Where(seen.Add).ToArray());
        string[][] found = [.. places.Where(place => place.Length > 0)];
        return found;
    }

    public static int[] Positions(Random random, int count)
    {
        var positions = new int[count];
        for (var i = 1; i < count; i++) positions[i] = positions[i - 1] + (random.Next(4) == 0 ? random.Next(4) : 1);
        return positions;
    }

    public FuzzyQuery Fuzzy(Random random, string field) => new(field, Misspelt(random))
    {
        MaxEdits = random.Next(3),
        PrefixLength = random.Next(3),
        MaxExpansions = random.Next(2) == 0 ? 50 : random.Next(1, 5),
    };
}
