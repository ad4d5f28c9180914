namespace NewsSearch.SmartCn.Stemming;

/// <summary>Cuts the endings off English words: M. F. Porter, An algorithm for suffix stripping, Program 14 (1980) 130-137.</summary>
/// <remarks>
/// With the two changes that Porter made later and Lucene follows: "bli" instead of "abli" becomes "ble", and "logi" becomes "log".
/// The words are in lower case; whatever is not a vowel counts as a consonant.
/// </remarks>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string Replacement)[] s_doubleSuffixes =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Suffix, string Replacement)[] s_furtherSuffixes =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] s_lastSuffixes =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion", "ou", "ism", "ate", "iti", "ous",
        "ive", "ize",
    ];

    /// <summary>Changes the word in place and returns the length of its stem, which is never longer than the word.</summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length < 3) return word.Length;
        var length = RemovePlural(word, word.Length);
        length = RemovePastAndGerund(word, length);
        TurnFinalYIntoI(word, length);
        length = Replace(word, length, s_doubleSuffixes);
        length = Replace(word, length, s_furtherSuffixes);
        length = RemoveLastSuffix(word, length);
        return RemoveFinalEAndDoubleL(word, length);
    }

    /// <summary>Step 1a: caresses, ponies, cats.</summary>
    private static int RemovePlural(ReadOnlySpan<char> word, int length)
    {
        word = word[..length];
        if (word.EndsWith("sses") || word.EndsWith("ies")) return length - 2;
        return word[^1] == 's' && word[^2] != 's' ? length - 1 : length;
    }

    /// <summary>Step 1b: agreed, plastered, motoring.</summary>
    private static int RemovePastAndGerund(Span<char> word, int length)
    {
        ReadOnlySpan<char> read = word[..length];
        if (read.EndsWith("eed")) return Measure(read[..^3]) > 0 ? length - 1 : length;
        var suffixLength = read.EndsWith("ed") ? 2 : read.EndsWith("ing") ? 3 : 0;
        if (suffixLength == 0 || !HasVowel(read[..^suffixLength])) return length;

        length -= suffixLength;
        read = read[..length];
        if (read.EndsWith("at") || read.EndsWith("bl") || read.EndsWith("iz")) return AppendE(word, length);
        if (EndsWithDoubleConsonant(read)) return read[^1] is 'l' or 's' or 'z' ? length : length - 1;
        return Measure(read) == 1 && EndsShort(read) ? AppendE(word, length) : length;
    }

    /// <summary>Step 1c: happy.</summary>
    private static void TurnFinalYIntoI(Span<char> word, int length)
    {
        if (length > 0 && word[length - 1] == 'y' && HasVowel(word[..(length - 1)])) word[length - 1] = 'i';
    }

    /// <summary>Steps 2 and 3: the first suffix of the list that the word has is replaced if enough stands before it.</summary>
    private static int Replace(Span<char> word, int length, (string Suffix, string Replacement)[] rules)
    {
        foreach (var (suffix, replacement) in rules)
        {
            if (!word[..length].EndsWith(suffix)) continue;
            var stem = length - suffix.Length;
            if (Measure(word[..stem]) == 0) return length;
            replacement.CopyTo(word[stem..]);
            return stem + replacement.Length;
        }

        return length;
    }

    /// <summary>Step 4; of "sion" and "tion" the consonant stays.</summary>
    private static int RemoveLastSuffix(ReadOnlySpan<char> word, int length)
    {
        word = word[..length];
        foreach (var suffix in s_lastSuffixes)
        {
            if (!word.EndsWith(suffix)) continue;
            var stem = length - (suffix.EndsWith("ion", StringComparison.Ordinal) ? 3 : suffix.Length);
            return Measure(word[..stem]) > 1 ? stem : length;
        }

        return length;
    }

    /// <summary>Step 5: probate, controll.</summary>
    private static int RemoveFinalEAndDoubleL(ReadOnlySpan<char> word, int length)
    {
        word = word[..length];
        var measure = Measure(word);
        if (word[^1] == 'e' && (measure > 1 || (measure == 1 && !EndsShort(word[..^1])))) word = word[..^1];
        return word[^1] == 'l' && EndsWithDoubleConsonant(word) && measure > 1 ? word.Length - 1 : word.Length;
    }

    private static int AppendE(Span<char> word, int length)
    {
        word[length] = 'e';
        return length + 1;
    }

    /// <summary>Porter's m: how often a consonant follows a vowel.</summary>
    private static int Measure(ReadOnlySpan<char> word)
    {
        var measure = 0;
        var afterVowel = false;
        for (var i = 0; i < word.Length; i++)
        {
            var consonant = IsConsonant(word[i], i > 0, afterVowel);
            if (consonant && afterVowel) measure++;
            afterVowel = !consonant;
        }

        return measure;
    }

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            // All before were consonants, so that a y behind one is a vowel.
            if (!IsConsonant(word[i], i > 0, afterVowel: false)) return true;
        }

        return false;
    }

    private static bool EndsWithDoubleConsonant(ReadOnlySpan<char> word) =>
        word.Length > 1 && word[^1] == word[^2] && IsConsonantAt(word, word.Length - 1);

    /// <summary>Porter's *o: consonant, vowel, consonant, and the last one is not w, x or y, as in "hop".</summary>
    private static bool EndsShort(ReadOnlySpan<char> word)
    {
        var last = word.Length - 1;
        return last >= 2 && IsConsonantAt(word, last) && !IsConsonantAt(word, last - 1) && IsConsonantAt(word, last - 2)
            && word[last] is not ('w' or 'x' or 'y');
    }

    private static bool IsConsonantAt(ReadOnlySpan<char> word, int index)
    {
        // Of several y in a row every second one is a vowel, so that the row must be followed to its start.
        var start = index;
        while (start > 0 && word[start] == 'y') start--;
        var afterVowel = false;
        var consonant = true;
        for (var i = start; i <= index; i++)
        {
            consonant = IsConsonant(word[i], i > 0, afterVowel);
            afterVowel = !consonant;
        }

        return consonant;
    }

    private static bool IsConsonant(char c, bool hasPrevious, bool afterVowel) => c switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => !hasPrevious || afterVowel,
        _ => true,
    };
}
