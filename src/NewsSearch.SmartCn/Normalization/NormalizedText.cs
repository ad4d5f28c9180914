using System.Text;

namespace NewsSearch.SmartCn.Normalization;

/// <summary>
/// A text after normalisation, with the place of each character in the original. One instance serves many texts, one after the other; its
/// buffers grow to the longest. Not thread-safe.
/// </summary>
/// <remarks>What normalisation does: <see cref="TextNormalizer"/>.</remarks>
public sealed class NormalizedText
{
    private ReadOnlyMemory<char> _original;
    private char[] _text = [];
    private int[] _starts = [];
    private int _length;

    /// <summary>The normalised text; valid until the next <see cref="Reset"/>.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>The normalised text as memory; valid as long as <see cref="Text"/>.</summary>
    internal ReadOnlyMemory<char> Memory => _text.AsMemory(0, _length);

    /// <summary>The length of the original in UTF-16 units.</summary>
    public int OriginalLength => _original.Length;

    /// <summary>Normalises a text, which must not change as long as its offsets are asked for.</summary>
    public void Reset(ReadOnlyMemory<char> original)
    {
        _original = original;
        _length = 0;
        Reserve(original.Length);
        Fill(original.Span);
    }

    /// <summary>Where the character that the UTF-16 unit at <paramref name="index"/> came from begins in the original.</summary>
    public int OriginalStart(int index) => _starts.AsSpan(0, _length)[index];

    /// <summary>Where the character, or the white space, that the UTF-16 unit at <paramref name="index"/> came from ends in the original (exclusive).</summary>
    public int OriginalEnd(int index)
    {
        var start = OriginalStart(index);
        var original = _original.Span;
        return NormalizationTable.Basic[original[start]] == ' ' ? EndOfSpaces(original, start) : start + LengthOfScalar(original, start);
    }

    private void Fill(ReadOnlySpan<char> original)
    {
        var table = NormalizationTable.Basic;
        for (var i = 0; i < original.Length;)
        {
            // Fields to locals: nearly all characters become one, and are done in this loop.
            var text = _text;
            var starts = _starts;
            var length = _length;
            var result = '\0';
            for (; i < original.Length; i++)
            {
                result = table[original[i]];
                if (result == NormalizationTable.Special) break;
                if (result == ' ' && length > 0 && text[length - 1] == ' ') continue;
                text[length] = result;
                starts[length++] = i;
            }

            _length = length;
            if (i < original.Length) i = AddSpecial(original, i);
        }
    }

    /// <summary>Adds what a special scalar becomes and returns where the next one begins; there is room for all that may follow then.</summary>
    private int AddSpecial(ReadOnlySpan<char> original, int at)
    {
        _ = Rune.DecodeFromUtf16(original[at..], out var scalar, out var consumed);
        Span<char> itself = stackalloc char[2];
        var found = NormalizationTable.Find(scalar.Value);
        ReadOnlySpan<char> result = found is not null ? found : itself[..scalar.EncodeToUtf16(itself)];
        var next = at + consumed;
        Reserve(_length + result.Length + original.Length - next);
        foreach (var unit in result)
        {
            if (unit == ' ' && _length > 0 && _text[_length - 1] == ' ') continue;
            _text[_length] = unit;
            _starts[_length++] = at;
        }

        return next;
    }

    private void Reserve(int capacity)
    {
        if (capacity <= _text.Length) return;
        var size = Math.Max(capacity, (int)Math.Min(2L * _text.Length, Array.MaxLength));
        Array.Resize(ref _text, size);
        Array.Resize(ref _starts, size);
    }

    /// <summary>The end of the last white space that became one space with this one; what can't be seen may stand between.</summary>
    private static int EndOfSpaces(ReadOnlySpan<char> original, int start)
    {
        var end = start;
        for (var at = start; at < original.Length;)
        {
            var result = NormalizationTable.Basic[original[at]];
            if (result == ' ') end = ++at;
            else if (result == NormalizationTable.Special && IsNothing(original, at)) at += LengthOfScalar(original, at);
            else break;
        }

        return end;
    }

    private static bool IsNothing(ReadOnlySpan<char> original, int at)
    {
        _ = Rune.DecodeFromUtf16(original[at..], out var scalar, out _);
        return NormalizationTable.Find(scalar.Value) is { Length: 0 };
    }

    private static int LengthOfScalar(ReadOnlySpan<char> original, int at) =>
        char.IsHighSurrogate(original[at]) && at + 1 < original.Length && char.IsLowSurrogate(original[at + 1]) ? 2 : 1;
}
