namespace NewsSearch.Cli.Measuring;

/// <summary>The words of some articles, to draw queries from: each word occurs, and those of one query stand together in news.</summary>
/// <remarks>All is decided by the random numbers that are handed in.</remarks>
internal sealed class WordSample
{
    /// <summary>More words of an article are not needed.</summary>
    public const int MostWords = 300;

    /// <summary>Articles of fewer words are not taken: no query could be drawn from them.</summary>
    public const int LeastWords = 8;

    private const int CommonWordCount = 100;

    private readonly IReadOnlyList<string[]> _articles;
    private readonly string[] _common;

    /// <param name="articles">The words of each article as they follow each other; an empty one where a phrase can't go on.</param>
    /// <exception cref="InvalidDataException">No article has a word worth typing.</exception>
    public WordSample(IReadOnlyList<string[]> articles)
    {
        _articles = articles;
        _common = [.. articles.SelectMany(words => words.Distinct()).Where(IsWord).CountBy(word => word)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Take(CommonWordCount).Select(count => count.Key)];
        if (_common.Length == 0) throw new InvalidDataException("There are too few articles to draw queries from.");
    }

    /// <summary>One of the words that most articles have.</summary>
    public string CommonWord(ref SeededRandom random) => _common[random.Below(_common.Length)];

    /// <summary>Different words from anywhere in one article.</summary>
    public string[] WordsOfOneArticle(int count, ref SeededRandom random)
    {
        while (true)
        {
            string[] words = [.. _articles[random.Below(_articles.Count)].Where(IsWord).Distinct()];
            if (words.Length < count) continue;
            for (var i = 0; i < count; i++)
            {
                var other = i + random.Below(words.Length - i);
                (words[i], words[other]) = (words[other], words[i]);
            }

            return words[..count];
        }
    }

    /// <summary>Words that follow each other in an article: a phrase.</summary>
    public string[] AdjacentWords(int count, ref SeededRandom random)
    {
        while (true)
        {
            var words = _articles[random.Below(_articles.Count)];
            var run = words.AsSpan(random.Below(words.Length - count), count).ToArray();
            if (!run.Contains("")) return run;
        }
    }

    // Single characters are rarely typed, and say little.
    private static bool IsWord(string word) => word.Length > 1 && !word.All(char.IsAsciiDigit);
}
