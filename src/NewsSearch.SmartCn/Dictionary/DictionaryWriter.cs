using System.IO.Compression;

namespace NewsSearch.SmartCn.Dictionary;

/// <summary>Writes the file SmartCn.dict; the tool that converts the dictionaries of Apache Lucene uses it.</summary>
internal static class DictionaryWriter
{
    public static void Write(DictionaryContent content, Stream output)
    {
        using var brotli = new BrotliStream(output, new BrotliCompressionOptions { Quality = 11 }, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        WritePlain(content, writer);
    }

    /// <summary>Writes what is compressed in the file.</summary>
    public static void WritePlain(DictionaryContent content, BinaryWriter writer)
    {
        writer.Write(DictionaryFormat.Magic);
        writer.Write(DictionaryFormat.Version);
        WriteWords(content, writer);
        WriteBigrams(content, writer);
    }

    private static void WriteWords(DictionaryContent content, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(content.WordCount);
        var previous = ReadOnlySpan<char>.Empty;
        for (var i = 0; i < content.WordCount; i++)
        {
            var word = content.Word(i);
            if (i > 0 && word.SequenceCompareTo(previous) <= 0)
                throw new ArgumentException($"word {i}, '{word}', must come after '{previous}'", nameof(content));
            var shared = word.CommonPrefixLength(previous);
            writer.Write7BitEncodedInt(shared);
            writer.Write7BitEncodedInt(word.Length - shared);
            foreach (var c in word[shared..]) writer.Write((ushort)c);
            writer.Write7BitEncodedInt(content.WordCounts[i]);
            previous = word;
        }
    }

    private static void WriteBigrams(DictionaryContent content, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(content.BigramRights.Length);
        for (var left = 0; left < content.WordCount; left++)
        {
            var (start, end) = (content.BigramStarts[left], content.BigramStarts[left + 1]);
            writer.Write7BitEncodedInt(end - start);
            var previous = -1;
            for (var i = start; i < end; i++)
            {
                writer.Write7BitEncodedInt(content.BigramRights[i] - previous);
                writer.Write7BitEncodedInt(content.BigramCounts[i]);
                previous = content.BigramRights[i];
            }
        }
    }
}
