using System.IO.Compression;

namespace NewsSearch.SmartCn.Dictionary;

/// <summary>Reads the file SmartCn.dict.</summary>
internal static class DictionaryReader
{
    /// <exception cref="InvalidDataException">The file is no dictionary, of another version, or broken.</exception>
    public static DictionaryContent Read(Stream input)
    {
        using var brotli = new BrotliStream(input, CompressionMode.Decompress, leaveOpen: true);
        using var buffered = new BufferedStream(brotli, 1 << 16);
        using var reader = new BinaryReader(buffered);
        try
        {
            return ReadPlain(reader);
        }
        catch (EndOfStreamException)
        {
            throw Broken("the file ends too early");
        }
        catch (FormatException)
        {
            throw Broken("a VInt has more than five bytes");
        }
        catch (InvalidOperationException)
        {
            throw Broken("the compressed data cannot be read");
        }
    }

    /// <summary>Reads what is compressed in the file.</summary>
    public static DictionaryContent ReadPlain(BinaryReader reader)
    {
        Span<byte> magic = stackalloc byte[4];
        reader.BaseStream.ReadExactly(magic);
        if (!magic.SequenceEqual(DictionaryFormat.Magic)) throw Broken($"begins with {Convert.ToHexString(magic)}, expected 4E53434E");
        var version = reader.ReadByte();
        if (version != DictionaryFormat.Version) throw Broken($"version {version}, expected {DictionaryFormat.Version}");

        var wordCount = ReadBounded(reader, "word count", DictionaryFormat.MaxWordCount);
        var characters = new List<char>(4 * wordCount);
        var wordStarts = new int[wordCount + 1];
        var wordCounts = new int[wordCount];
        ReadWords(reader, characters, wordStarts, wordCounts);

        var bigramCount = ReadBounded(reader, "bigram count", DictionaryFormat.MaxBigramCount);
        var bigramStarts = new int[wordCount + 1];
        var rights = new int[bigramCount];
        var counts = new int[bigramCount];
        ReadBigrams(reader, bigramStarts, rights, counts);
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

    private static void ReadWords(BinaryReader reader, List<char> characters, int[] starts, int[] counts)
    {
        Span<char> word = stackalloc char[DictionaryFormat.MaxWordLength];
        var length = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            var shared = ReadBounded(reader, "length of the shared prefix", length);
            length = shared + ReadBounded(reader, "length of the suffix", DictionaryFormat.MaxWordLength - shared);
            for (var k = shared; k < length; k++) word[k] = (char)reader.ReadUInt16();
            characters.AddRange(word[..length]);
            starts[i + 1] = characters.Count;
            counts[i] = ReadBounded(reader, "word's count", BigramWeights.CorpusWordCount);
        }
    }

    private static void ReadBigrams(BinaryReader reader, int[] starts, int[] rights, int[] counts)
    {
        var read = 0;
        for (var left = 0; left < starts.Length - 1; left++)
        {
            var end = read + ReadBounded(reader, "count of bigrams", rights.Length - read);
            var right = -1;
            for (; read < end; read++)
            {
                right += ReadBounded(reader, "distance of right words", starts.Length - 2 - right, min: 1);
                rights[read] = right;
                counts[read] = ReadBounded(reader, "bigram's count", BigramWeights.CorpusWordCount, min: 1);
            }

            starts[left + 1] = end;
        }

        if (read != rights.Length) throw Broken($"{read} bigrams, expected {rights.Length}");
    }

    private static int ReadBounded(BinaryReader reader, string what, int max, int min = 0)
    {
        var value = reader.Read7BitEncodedInt();
        return value >= min && value <= max ? value : throw Broken($"{what} is {value}, expected {min} to {max}");
    }

    private static InvalidDataException Broken(string what) => new($"SmartCn.dict: {what}");
}
