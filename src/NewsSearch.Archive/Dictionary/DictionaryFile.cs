using System.Text;
using NewsSearch.SmartCn.Normalization;

namespace NewsSearch.Archive.Dictionary;

/// <summary>Reads a dictionary; its form stands in DICTIONARY.md.</summary>
public static class DictionaryFile
{
    /// <summary>The name of the file in the folder of an index.</summary>
    public const string DefaultName = "dictionary.txt";

    /// <summary>Most bytes of a file.</summary>
    public const int MaxBytes = 4 << 20;

    /// <summary>Most words of a file.</summary>
    public const int MaxWords = 100_000;

    /// <summary>Most UTF-16 units of a word, normalised.</summary>
    public const int MaxWordLength = 50;

    /// <summary>Most words that stand in each other's place.</summary>
    public const int MaxEquivalents = 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DictionaryFileException">It is no dictionary, or out of bounds.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static ReaderDictionary Read(string path)
    {
        var bytes = ReadBytes(path);
        try
        {
            return Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), path);
        }
        catch (DecoderFallbackException error)
        {
            throw new DictionaryFileException(path, $"bytes that are no UTF-8 (at {error.Index})", "a text file in UTF-8");
        }
    }

    /// <summary>Reads the text of a dictionary.</summary>
    /// <param name="text">Its lines.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="DictionaryFileException">It is no dictionary, or out of bounds.</exception>
    public static ReaderDictionary Parse(string text, string name)
    {
        var groups = new EquivalentWords();
        var number = 0;
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            var content = line.Trim();
            if (content.IsEmpty || content[0] == '#') continue;
            groups.Add(WordsOf(content.ToString(), $"{name}, line {number}"));
            if (groups.Count > MaxWords) throw new DictionaryFileException($"{name}, line {number}", $"word {groups.Count:N0}", $"at most {MaxWords:N0} words");
        }

        return new ReaderDictionary(groups.All($"{name}"));
    }

    private static byte[] ReadBytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length > MaxBytes) throw new DictionaryFileException(path, $"{stream.Length:N0} bytes", $"at most {MaxBytes:N0}");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static List<string> WordsOf(string line, string place)
    {
        var words = new List<string>();
        foreach (var part in line.Split('=', '＝'))
        {
            var word = TextNormalizer.Normalize(part).Trim();
            if (word.Length == 0) throw new DictionaryFileException(place, "nothing before or behind an equals sign", "a word, or words with = between them");
            if (word.Length > MaxWordLength) throw new DictionaryFileException(place, $"a word of {word.Length} characters", $"at most {MaxWordLength}");
            if (!word.Any(char.IsLetterOrDigit)) throw new DictionaryFileException(place, $"\"{word}\"", "a word with a letter, a digit or a Chinese character in it");
            if (!words.Contains(word)) words.Add(word);
        }

        return words;
    }
}
