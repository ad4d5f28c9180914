using System.Text;

namespace HanziTables;

/// <summary>
/// Characters that are taken for each other because they look alike, judged by two codes for shapes: Cangjie names the parts of a
/// character in the order of writing, the four-corner code what its corners look like.
/// </summary>
internal static class LookAlikesBuilder
{
    /// <summary>The most look-alikes of a character.</summary>
    private const int Most = 8;

    /// <summary>How alike two characters must be, of 1.</summary>
    private const double Least = 0.62;

    private const double PartsWeight = 0.55;
    private const double CornersWeight = 0.35;
    private const double StrokesWeight = 0.1;

    /// <summary>The most strokes that one has more than the other.</summary>
    private const int MostStrokes = 5;

    /// <summary>Most strokes of a character whose parts have names of their own, so that only the corners tell: 土 and 士.</summary>
    private const int MostSimpleStrokes = 6;

    /// <summary>The least likeness of two such characters with the same corners.</summary>
    private const double SameCorners = 0.7;

    /// <summary>Letters at the end of a Cangjie code that are a component in common, so that only the radical differs: 请 and 情.</summary>
    private const int ComponentLetters = 3;

    /// <summary>The lines of LookAlikes.txt: a character followed by its look-alikes, the most alike first.</summary>
    public static IEnumerable<string> Build(UnihanFolder unihan)
    {
        var shapes = Shapes(unihan);
        foreach (var shape in shapes)
        {
            var alike = shapes.Where(other => other.CodePoint != shape.CodePoint)
                .Select(other => (other.CodePoint, Likeness: Likeness(shape, other)))
                .Where(other => other.Likeness >= Least)
                .OrderByDescending(other => other.Likeness).ThenBy(other => other.CodePoint)
                .Take(Most)
                .Aggregate(new StringBuilder(), (text, other) => text.Append(char.ConvertFromUtf32(other.CodePoint)));
            if (alike.Length > 0) yield return char.ConvertFromUtf32(shape.CodePoint) + alike;
        }
    }

    /// <summary>The characters of GB 2312, which are nearly all that news are written with, where all three codes are known.</summary>
    private static List<Shape> Shapes(UnihanFolder unihan)
    {
        var shapes = new List<Shape>();
        foreach (var (codePoint, source) in unihan.Values("kIRG_GSource").OrderBy(pair => pair.Key))
        {
            if (!source.StartsWith("G0-", StringComparison.Ordinal)) continue;
            if (!unihan.Values("kCangjie").TryGetValue(codePoint, out var parts)) continue;
            if (!unihan.Values("kFourCornerCode").TryGetValue(codePoint, out var corners)) continue;
            shapes.Add(new Shape(codePoint, parts, corners[..4], int.Parse(unihan.Values("kTotalStrokes")[codePoint].Split(' ')[0])));
        }

        return shapes;
    }

    private static double Likeness(Shape left, Shape right)
    {
        var strokes = Math.Abs(left.Strokes - right.Strokes);
        if (strokes > MostStrokes) return 0;
        var corners = Enumerable.Range(0, 4).Count(corner => left.Corners[corner] == right.Corners[corner]);
        var length = Math.Max(left.Parts.Length, right.Parts.Length);
        var edits = HasComponentInCommon(left.Parts, right.Parts) ? 1 : Distance(left.Parts, right.Parts);
        var likeness = PartsWeight * (1 - (double)edits / length)
            + CornersWeight * corners / 4
            + StrokesWeight * (1 - (double)strokes / MostStrokes);
        return corners == 4 && strokes <= 1 && left.Strokes <= MostSimpleStrokes ? Math.Max(likeness, SameCorners) : likeness;
    }

    private static bool HasComponentInCommon(string left, string right) =>
        left.Length > ComponentLetters && right.Length > ComponentLetters && left[^ComponentLetters..] == right[^ComponentLetters..];

    /// <summary>Edits, with an exchange of neighbours as one.</summary>
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                var isExchange = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                if (isExchange) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[left.Length, right.Length];
    }

    /// <param name="CodePoint">The character.</param>
    /// <param name="Parts">Its Cangjie code.</param>
    /// <param name="Corners">Its four-corner code without the fifth digit.</param>
    /// <param name="Strokes">The number of its strokes.</param>
    private sealed record Shape(int CodePoint, string Parts, string Corners, int Strokes);
}
