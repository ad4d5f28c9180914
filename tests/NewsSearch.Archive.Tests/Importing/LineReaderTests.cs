using System.Text;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>Whatever the sizes of buffers and pieces, the lines are those between the line feeds.</summary>
public sealed class LineReaderTests
{
    private const int MaxLength = 64;

    [Fact]
    public void Lines_are_what_stands_between_line_feeds()
    {
        var random = new Random(20240521);
        for (var round = 0; round < 2000; round++)
        {
            var lines = Enumerable.Range(0, random.Next(8)).Select(_ => RandomLine(random)).ToList();
            var text = string.Concat(lines.Select(line => line + "\n"));
            // A last line without line feed is a line unless it is empty.
            if (lines.Count > 0 && lines[^1].Length > 0 && random.Next(2) == 0) text = text[..^1];
            Assert.Equal(lines.Select(line => line.Length > MaxLength ? "too long" : line), ReadAll(text, random));
        }
    }

    [Fact]
    public void Damage_ends_the_lines_after_what_was_read()
    {
        var pieces = new Queue<string>(["one\ntw", "o\nthr"]);
        using var reader = new LineReader(buffer => pieces.TryDequeue(out var piece)
            ? Encoding.UTF8.GetBytes(piece, buffer)
            : throw new InvalidDataException("broken"), MaxLength);
        Assert.True(reader.Read() && reader.Read());
        Assert.Null(reader.Damage);
        Assert.True(reader.Read());
        Assert.Equal(("thr", 3L, "broken"), (Encoding.UTF8.GetString(reader.Line.Span), reader.Number, reader.Damage));
        Assert.False(reader.Read());
        Assert.Equal(3, reader.Number);
    }

    private static string RandomLine(Random random)
    {
        int[] lengths = [0, 1, 15, 16, 17, MaxLength - 1, MaxLength, MaxLength + 1, 3 * MaxLength, random.Next(2 * MaxLength)];
        return new string((char)random.Next('a', 'z'), lengths[random.Next(lengths.Length)]);
    }

    private static List<string> ReadAll(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var place = 0;
        int ReadPiece(Span<byte> buffer)
        {
            var count = Math.Min(Math.Min(buffer.Length, bytes.Length - place), random.Next(1, 40));
            bytes.AsSpan(place, count).CopyTo(buffer);
            place += count;
            return count;
        }

        var lines = new List<string>();
        using var reader = new LineReader(ReadPiece, MaxLength, bufferSize: 16);
        while (reader.Read())
        {
            lines.Add(reader.IsTooLong ? "too long" : Encoding.UTF8.GetString(reader.Line.Span));
            Assert.Equal(lines.Count, reader.Number);
        }

        return lines;
    }
}
