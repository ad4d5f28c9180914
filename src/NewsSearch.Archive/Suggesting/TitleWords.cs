using System.Text;
using NewsSearch.Archive.Querying;
using NewsSearch.Lucene.Analysis;

namespace NewsSearch.Archive.Suggesting;

/// <summary>
/// The words of a title that are worth suggesting: of two characters or more, and with a letter. What segmentation broke into single
/// characters, as it does with names, is put together again: 王|毅 is 王毅.
/// </summary>
internal static class TitleWords
{
    private const int MaxWordLength = 20;

    /// <summary>The most single characters that are taken for one word; more are loose characters.</summary>
    private const int MaxSingles = 4;

    /// <summary>Characters beside those of <see cref="FunctionWords"/> that hold a headline together; names seldom have them.</summary>
    private const string HeadlineCharacters = "同不有无我你他她它要能会可再已未";

    [ThreadStatic]
    private static TokenStream? t_stream;

    /// <summary>The words in the order of the title, as they stand there; a word may be there twice.</summary>
    public static List<string> Of(string title)
    {
        var words = new List<string>();
        var stream = t_stream ??= ArticleSchema.Analyzer.CreateStream(ArticleSchema.Title);
        stream.Reset(title.AsMemory());
        var (end, runStart, runEnd, runLength) = (0, 0, 0, 0);
        while (stream.MoveNext())
        {
            // Parts of a word lie inside the word, which comes first.
            if (stream.StartOffset < end) continue;
            var start = stream.StartOffset;
            end = stream.EndOffset;
            if (!IsSingle(title.AsSpan(start, end - start)))
            {
                AddRun();
                Add(start, end);
                continue;
            }

            if (runLength > 0 && runEnd != start) AddRun();
            if (runLength++ == 0) runStart = start;
            runEnd = end;
        }

        AddRun();
        // The text is not to be kept alive.
        stream.Reset(default);
        return words;

        void AddRun()
        {
            if (runLength is > 1 and <= MaxSingles) Add(runStart, runEnd);
            runLength = 0;
        }

        void Add(int from, int to)
        {
            var word = title[from..to];
            if (IsWorthwhile(word)) words.Add(word);
        }
    }

    private static bool IsSingle(ReadOnlySpan<char> word) => word.Length == 1 && IsHan(word[0])
        && !FunctionWords.Contains(word) && !HeadlineCharacters.Contains(word[0]);

    private static bool IsWorthwhile(string word)
    {
        if (word.Length > MaxWordLength || FunctionWords.Contains(word)) return false;
        var characters = 0;
        var letters = 0;
        foreach (var character in word.EnumerateRunes())
        {
            characters++;
            if (Rune.IsLetter(character)) letters++;
        }

        return characters > 1 && letters > 0;
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';
}
