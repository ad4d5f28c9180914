namespace NewsSearch.Cli.Measuring;

/// <summary>
/// Draws pieces of articles, in quotes as a reader types them, of four classes of length: each has to find its article. The same corpus and
/// seed give the same pieces.
/// </summary>
/// <param name="corpusFile">The corpus.</param>
/// <param name="articleCount">Its articles.</param>
/// <param name="seed">Decides everything.</param>
internal sealed class QuotedDraw(string corpusFile, int articleCount, ulong seed)
{
    /// <summary>The classes: name, least and most characters.</summary>
    public static readonly (string Kind, int Least, int Most)[] Lengths =
        [("1 character", 1, 1), ("2 characters", 2, 2), ("3 to 8 characters", 3, 8), ("9 to 20 characters", 9, 20)];

    private const string Quotes = "\"“”「」『』＂\\";

    private SeededRandom _random = new(seed);

    /// <summary>So many of each class, classes in turn, one of each article.</summary>
    public List<AskedText> Draw(int ofEach)
    {
        var asked = new List<AskedText>();
        foreach (var text in Texts(ofEach * Lengths.Length * 2))
        {
            if (asked.Count == ofEach * Lengths.Length) break;
            var (kind, least, most) = Lengths[asked.Count % Lengths.Length];
            if (Piece(text, least + _random.Below(most - least + 1)) is { } piece) asked.Add(new AskedText(kind, $"\"{piece}\""));
        }

        return asked;
    }

    /// <summary>Titles and bodies of articles chosen at random, in random order; an article may come again where there are few.</summary>
    private string[] Texts(int count)
    {
        int[] numbers = [.. Enumerable.Range(0, count).Select(_ => _random.Below(articleCount))];
        var places = numbers.Index().ToLookup(pair => pair.Item, pair => pair.Index);
        var texts = new string[count];
        using var corpus = new BenchCorpus(corpusFile);
        var number = 0;
        foreach (var article in corpus.Rest())
        {
            // One in four from the headline.
            foreach (var place in places[number++]) texts[place] = place % 4 == 3 && article.Title.Length > 0 ? article.Title : article.Body;
        }

        return texts;
    }

    /// <summary>A piece that is typed as it stands; null if none is found soon.</summary>
    private string? Piece(string text, int length)
    {
        const int Trials = 20;
        for (var trial = 0; trial < Trials && length <= text.Length; trial++)
        {
            var piece = text.Substring(_random.Below(text.Length - length + 1), length);
            if (!piece.Any(c => char.IsSurrogate(c) || char.IsWhiteSpace(c) || char.IsControl(c) || Quotes.Contains(c))) return piece;
        }

        return null;
    }
}
