using System.Text;
using NewsSearch.Lucene.Search.Patterns;

namespace NewsSearch.Lucene.Tests.Search.Patterns;

/// <summary>Patterns match the terms of their definition, and what they call dead has no match after it.</summary>
public sealed class TermPatternTests
{
    private static readonly string[] Alphabet = ["a", "b", "é", "新", "𠮷", "*", "?", "\\"];

    [Fact]
    public void Wildcards_match_what_a_regular_expression_matches()
    {
        var random = new Random(1);
        for (var round = 0; round < 400; round++)
        {
            var text = RandomText(random, random.Next(2) == 0 ? 6 : 90, alphabet: 2 + random.Next(7), wildcards: true);
            var regex = NaivePatterns.Wildcard(text);
            CheckAgainst(new WildcardPattern(text), random, $"round {round}: {text}", regex.IsMatch);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Edit_distances_are_those_of_the_full_table(int maxEdits)
    {
        var random = new Random(maxEdits);
        for (var round = 0; round < 400; round++)
        {
            var text = RandomText(random, 8, alphabet: 2 + random.Next(4), wildcards: false);
            Rune[] wanted = [.. text.EnumerateRunes()];
            var prefixLength = random.Next(Math.Min(3, wanted.Length + 1));
            var pattern = new EditDistancePattern(text, prefixLength, maxEdits);
            CheckAgainst(pattern, random, $"round {round}: {text}, prefix of {prefixLength}", term =>
            {
                Rune[] runes = [.. term.EnumerateRunes()];
                if (!runes.Take(prefixLength).SequenceEqual(wanted.Take(prefixLength))) return false;
                var distance = NaivePatterns.Distance(runes[prefixLength..], wanted[prefixLength..]);
                if (distance <= maxEdits && pattern.Matches(Encoding.UTF8.GetBytes(term), out _))
                    Assert.Equal((distance, runes.Length), (pattern.Edits, pattern.TermLength));
                return distance <= maxEdits;
            });
        }
    }

    [Fact]
    public void An_exchange_counts_one_and_is_not_edited_again()
    {
        Assert.True(Matches(new EditDistancePattern("ab", 0, 1), "ba"));
        Assert.True(Matches(new EditDistancePattern("ab", 0, 2), "ba"));
        Assert.False(Matches(new EditDistancePattern("ab", 1, 1), "ba"));
        Assert.False(Matches(new EditDistancePattern("ca", 0, 2), "abc"));
    }

    [Fact]
    public void Bytes_that_are_no_text_match_no_pattern()
    {
        Assert.False(new WildcardPattern("*").Matches([0xFF], out _));
        Assert.False(new EditDistancePattern("ab", 0, 2).Matches([(byte)'a', 0xC3], out _));
    }

    private static bool Matches(TermPattern pattern, string term)
    {
        var bytes = Encoding.UTF8.GetBytes(term);
        return bytes.AsSpan().StartsWith(pattern.Prefix) && pattern.Matches(bytes, out _);
    }

    private static void CheckAgainst(TermPattern pattern, Random random, string what, Func<string, bool> isMatch)
    {
        for (var i = 0; i < 60; i++)
        {
            var term = Encoding.UTF8.GetString(pattern.Prefix) + RandomText(random, random.Next(2) == 0 ? 5 : 12, alphabet: 6, wildcards: false);
            var bytes = Encoding.UTF8.GetBytes(term);
            var deadLength = 0;
            var isFound = bytes.AsSpan().StartsWith(pattern.Prefix) && pattern.Matches(bytes, out deadLength);
            Assert.True(isFound == isMatch(term), $"{what}, term {term}");
            if (isFound || deadLength == 0) continue;
            var dead = Encoding.UTF8.GetString(bytes.AsSpan(0, deadLength));
            for (var j = 0; j < 4; j++) Assert.False(isMatch(dead + RandomText(random, 4, alphabet: 6, wildcards: false)), $"{what}, {dead} is not dead");
        }
    }

    private static string RandomText(Random random, int maxLength, int alphabet, bool wildcards)
    {
        var text = new StringBuilder();
        for (var left = random.Next(maxLength + 1); left > 0; left--)
            text.Append(wildcards && random.Next(3) == 0 ? Alphabet[random.Next(5, 8)] : Alphabet[random.Next(Math.Min(alphabet, Alphabet.Length))]);
        return text.ToString();
    }
}
