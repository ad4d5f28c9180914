using System.IO.Compression;

namespace NewsSearch.SmartCn.Dictionary;

/// <summary>Reads the file SmartCn.dict.</summary>
internal static class DictionaryReader
{
    // Of the dictionary in this assembly, so that the memory is taken once.
    private const int ExpectedLength = 1_500_000;

    /// <exception cref="InvalidDataException">The file is no dictionary, of another version, or broken.</exception>
    public static DictionaryContent Read(Stream input)
    {
        using var plain = new MemoryStream(ExpectedLength);
        Decompress(input, plain);
        return ReadPlain(plain.GetBuffer().AsSpan(0, (int)plain.Length));
    }

    private static void Decompress(Stream input, MemoryStream plain)
    {
        using var brotli = new BrotliStream(input, CompressionMode.Decompress, leaveOpen: true);
        var part = new byte[1 << 16];
        try
        {
            for (var length = brotli.Read(part); length > 0; length = brotli.Read(part))
            {
                plain.Write(part, 0, length);
                if (plain.Length > DictionaryFormat.MaxLength) throw DictionaryCursor.Broken($"more than {DictionaryFormat.MaxLength} bytes");
            }
        }
        catch (InvalidOperationException)
        {
            throw DictionaryCursor.Broken("the compressed data cannot be read");
        }
    }

    private static DictionaryContent ReadPlain(ReadOnlySpan<byte> plain)
    {
        var cursor = new DictionaryCursor(plain);
        var magic = cursor.ReadBytes(DictionaryFormat.Magic.Length);
        if (!magic.SequenceEqual(DictionaryFormat.Magic)) throw DictionaryCursor.Broken($"begins with {Convert.ToHexString(magic)}, expected 4E53434E");
        var version = cursor.ReadBytes(1)[0];
        if (version != DictionaryFormat.Version) throw DictionaryCursor.Broken($"version {version}, expected {DictionaryFormat.Version}");

        var wordCount = cursor.ReadNumber("word count", DictionaryFormat.MaxWordCount);
        var characters = new List<char>(4 * wordCount);
        var wordStarts = new int[wordCount + 1];
        var wordCounts = new int[wordCount];
        ReadWords(ref cursor, characters, wordStarts, wordCounts);

        var bigramCount = cursor.ReadNumber("bigram count", DictionaryFormat.MaxBigramCount);
        var bigramStarts = new int[wordCount + 1];
        var rights = new int[bigramCount];
        var counts = new int[bigramCount];
        ReadBigrams(ref cursor, bigramStarts, rights, counts);
        return new DictionaryContent
        {
            Characters = [.. characters],
            WordStarts = wordStarts,
            WordCounts = wordCounts,
            BigramStarts = bigramStarts,
            BigramRights = rights,
            BigramCounts = counts,
        };
    }

    private static void ReadWords(ref DictionaryCursor cursor, List<char> characters, int[] starts, int[] counts)
    {
        Span<char> word = stackalloc char[DictionaryFormat.MaxWordLength];
        var length = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var shared = cursor.ReadNumber("length of the shared prefix", length);
            length = shared + cursor.ReadNumber("length of the suffix", DictionaryFormat.MaxWordLength - shared);
            for (var k = shared; k < length; k++) word[k] = cursor.ReadUnit();
            characters.AddRange(word[..length]);
            starts[i + 1] = characters.Count;
            counts[i] = cursor.ReadNumber("word's count", BigramWeights.CorpusWordCount);
        }
    }

    private static void ReadBigrams(ref DictionaryCursor cursor, int[] starts, int[] rights, int[] counts)
    {
        var read = 0;
        for (var left = 0; left < starts.Length - 1; left++)
        {
            var end = read + cursor.ReadNumber("count of bigrams", rights.Length - read);
            var right = -1;
            for (; read < end; read++)
            {
                right += cursor.ReadNumber("distance of right words", starts.Length - 2 - right, min: 1);
                rights[read] = right;
                counts[read] = cursor.ReadNumber("bigram's count", BigramWeights.CorpusWordCount, min: 1);
            }

            starts[left + 1] = end;
        }

        if (read != rights.Length) throw DictionaryCursor.Broken($"{read} bigrams, expected {rights.Length}");
    }
}
