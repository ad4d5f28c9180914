using System.Runtime.CompilerServices;

namespace NewsSearch.SmartCn.Dictionary;

/// <summary>Reads front to back through a decompressed dictionary. Every read is checked against the end.</summary>
/// <remarks>There are a million numbers to read before the first answer of a process, so they are read from memory, not from a stream.</remarks>
internal ref struct DictionaryCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    public static InvalidDataException Broken(string what) => new($"SmartCn.dict: {what}");

    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        if (count > _bytes.Length - _position) throw Broken("the file ends too early");
        _position += count;
        return _bytes.Slice(_position - count, count);
    }

    /// <summary>A UTF-16 unit, low byte first.</summary>
    public char ReadUnit()
    {
        var unit = ReadBytes(2);
        return (char)(unit[0] | unit[1] << 8);
    }

    /// <summary>A VInt within bounds, both included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadNumber(string what, int max, int min = 0)
    {
        var value = (uint)_position < (uint)_bytes.Length && _bytes[_position] < 0x80 ? _bytes[_position++] : ReadLongNumber();
        if (value < min || value > max) OutOfBounds(what, value, min, max);
        return value;
    }

    private int ReadLongNumber()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var b = ReadBytes(1)[0];
            value |= (b & 0x7Fu) << shift;
            if (b < 0x80) return (int)value;
        }

        throw Broken("a VInt has more than five bytes");
    }

    private static void OutOfBounds(string what, int value, int min, int max) => throw Broken($"{what} is {value}, expected {min} to {max}");
}
