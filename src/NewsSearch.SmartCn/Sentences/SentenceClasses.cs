namespace NewsSearch.SmartCn.Sentences;

/// <summary>The <see cref="SentenceClass"/> of every code point, as the JDK 17 (Unicode 13) has it.</summary>
/// <remarks>
/// A table and not <see cref="char.GetUnicodeCategory(char)"/>: that one follows the runtime's Unicode version, and an index must
/// not depend on the runtime that wrote it. tools/SentenceClasses makes the table; FORMAT.md tells its form.
/// </remarks>
internal static class SentenceClasses
{
    private const string ResourceName = "NewsSearch.SmartCn.Sentences.SentenceClasses.bin";
    private const int CodePointCount = 0x110000;

    private static readonly byte[] s_basicPlane = new byte[0x10000];
    private static readonly int[] s_supplementaryStarts;
    private static readonly byte[] s_supplementaryClasses;

    static SentenceClasses()
    {
        var starts = new List<int>();
        var classes = new List<byte>();
        var codePoint = 0;
        foreach (var (length, runClass) in ReadRuns())
        {
            var end = codePoint + length;
            if (codePoint < 0x10000) s_basicPlane.AsSpan(codePoint..Math.Min(end, 0x10000)).Fill(runClass);
            if (end > 0x10000)
            {
                starts.Add(Math.Max(codePoint, 0x10000));
                classes.Add(runClass);
            }

            codePoint = end;
        }

        if (codePoint != CodePointCount) throw Broken($"the runs end at code point {codePoint:X}, expected {CodePointCount:X}");
        s_supplementaryStarts = [.. starts];
        s_supplementaryClasses = [.. classes];
    }

    /// <summary>The classes of U+0000 to U+FFFF, one byte each.</summary>
    public static ReadOnlySpan<byte> BasicPlane => s_basicPlane;

    /// <summary>The class of a code point of U+10000 or more.</summary>
    public static byte Supplementary(int codePoint)
    {
        var found = Array.BinarySearch(s_supplementaryStarts, codePoint);
        return s_supplementaryClasses[found >= 0 ? found : ~found - 1];
    }

    private static IEnumerable<(int Length, byte Class)> ReadRuns()
    {
        using var resource = typeof(SentenceClasses).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw Broken("the resource is missing");
        using var reader = new BinaryReader(resource);
        while (resource.Position < resource.Length)
        {
            var value = reader.Read7BitEncodedInt();
            var runClass = (byte)(value & 0xF);
            if (runClass > (byte)SentenceClass.Space) throw Broken($"class {runClass}, expected at most {(byte)SentenceClass.Space}");
            yield return (value >> 4, runClass);
        }
    }

    private static InvalidDataException Broken(string what) => new($"{ResourceName}: {what}");
}
