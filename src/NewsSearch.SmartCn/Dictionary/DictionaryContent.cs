namespace NewsSearch.SmartCn.Dictionary;

/// <summary>The words of the dictionary with their counts, and how often one word follows another, in flat arrays.</summary>
internal sealed class DictionaryContent
{
    /// <summary>The characters of all words, one word after the other, in ordinal order of the words.</summary>
    public required char[] Characters { get; init; }

    /// <summary>Where the characters of each word start, and at the end where the last one ends.</summary>
    public required int[] WordStarts { get; init; }

    /// <summary>How often each word was seen; 0 for words that are known but were not seen.</summary>
    public required int[] WordCounts { get; init; }

    /// <summary>Where the bigrams start of which each word is the left one, and at the end how many bigrams there are.</summary>
    public required int[] BigramStarts { get; init; }

    /// <summary>The number of the right word of each bigram; ascending for each left word.</summary>
    public required int[] BigramRights { get; init; }

    /// <summary>How often each bigram was seen; at least 1.</summary>
    public required int[] BigramCounts { get; init; }

    public int WordCount => WordCounts.Length;

    public ReadOnlySpan<char> Word(int number) => Characters.AsSpan(WordStarts[number]..WordStarts[number + 1]);
}
