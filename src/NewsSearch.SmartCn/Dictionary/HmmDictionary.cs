namespace NewsSearch.SmartCn.Dictionary;

/// <summary>
/// Everything the segmenter knows about words: the tree of words, the numbers of the tokens that are no words, and the weights of
/// pairs. Immutable, so that all threads share one.
/// </summary>
internal sealed class HmmDictionary
{
    private const string StringWord = "未##串";
    private const string NumberWord = "未##数";
    private const string SentenceStartWord = "始##始";
    private const string SentenceEndWord = "末##末";

    private static readonly Lazy<HmmDictionary> s_embedded = new(LoadEmbedded);

    private readonly ushort[] _delimiters = new ushort[0x10000];

    public HmmDictionary(DictionaryContent content)
    {
        var numbers = new int[content.WordCount];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (IsWord(content.Word(i))) numbers[i] = Words.Add(content.Word(i));
        }

        var next = Words.NodeCount;
        AnyString = next++;
        AnyNumber = next++;
        SentenceStart = next++;
        SentenceEnd = next++;
        AnySurrogate = next++;
        FirstDelimiter = next++;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!IsWord(content.Word(i))) numbers[i] = NumberOfOther(content.Word(i), ref next);
        }

        Weights = BigramWeights.Build(content, numbers, CountsByNumber(content, numbers, next));
    }

    /// <summary>The dictionary in this assembly; read on first use.</summary>
    public static HmmDictionary Embedded => s_embedded.Value;

    public WordTrie Words { get; } = new();

    public BigramWeights Weights { get; }

    /// <summary>The number of every run of letters and of every character without a class.</summary>
    public int AnyString { get; }

    /// <summary>The number of every run of digits.</summary>
    public int AnyNumber { get; }

    public int SentenceStart { get; }

    public int SentenceEnd { get; }

    /// <summary>The number of every character beyond U+FFFF; SmartCn takes it for a word that was never seen.</summary>
    public int AnySurrogate { get; }

    /// <summary>The number of delimiters that are in no bigram; those that are have numbers above it.</summary>
    private int FirstDelimiter { get; }

    public int Delimiter(char c) => FirstDelimiter + _delimiters[c];

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!WordTrie.IsHan(c)) return false;
        }

        return !word.IsEmpty;
    }

    private int NumberOfOther(ReadOnlySpan<char> word, ref int next)
    {
        switch (word)
        {
            case StringWord: return AnyString;
            case NumberWord: return AnyNumber;
            case SentenceStartWord: return SentenceStart;
            case SentenceEndWord: return SentenceEnd;
        }

        if (word.Length != 1) throw new InvalidDataException($"SmartCn.dict: '{word}' is neither a word nor a delimiter");
        _delimiters[word[0]] = (ushort)(next - FirstDelimiter);
        return next++;
    }

    private int[] CountsByNumber(DictionaryContent content, int[] numbers, int numberCount)
    {
        var counts = new int[numberCount];
        for (var i = 0; i < numbers.Length; i++) counts[numbers[i]] = content.WordCounts[i];

        // Whatever was counted for them, SmartCn takes delimiters for the most frequent words.
        counts.AsSpan(FirstDelimiter).Fill(BigramWeights.CorpusWordCount);
        return counts;
    }

    private static HmmDictionary LoadEmbedded()
    {
        using var resource = typeof(HmmDictionary).Assembly.GetManifestResourceStream(DictionaryFormat.ResourceName)
            ?? throw new InvalidDataException($"the resource {DictionaryFormat.ResourceName} is missing");
        return new HmmDictionary(DictionaryReader.Read(resource));
    }
}
