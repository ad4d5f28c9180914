using System.Globalization;

namespace NewsSearch.Lucene.Documents;

/// <summary>A value that comes back with a document: text, bytes, or a number of one of four types.</summary>
public readonly struct StoredValue
{
    private readonly object? _reference;
    private readonly long _bits;

    private StoredValue(StoredValueKind kind, object? reference, long bits)
    {
        Kind = kind;
        _reference = reference;
        _bits = bits;
    }

    /// <summary>Which of the readings below applies.</summary>
    public StoredValueKind Kind { get; }

    public static StoredValue Of(string text) => new(StoredValueKind.Text, text, 0);

    public static StoredValue Of(byte[] bytes) => new(StoredValueKind.Bytes, bytes, 0);

    public static StoredValue Of(int number) => new(StoredValueKind.Int32, null, number);

    public static StoredValue Of(long number) => new(StoredValueKind.Int64, null, number);

    public static StoredValue Of(float number) => new(StoredValueKind.Single, null, BitConverter.SingleToInt32Bits(number));

    public static StoredValue Of(double number) => new(StoredValueKind.Double, null, BitConverter.DoubleToInt64Bits(number));

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public string AsText() => (string)Expect(StoredValueKind.Text)!;

    /// <summary>The bytes.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public byte[] AsBytes() => (byte[])Expect(StoredValueKind.Bytes)!;

    /// <summary>The integer, of 32 or 64 bits.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public long AsInt64() => Kind == StoredValueKind.Int32 ? _bits : ExpectBits(StoredValueKind.Int64);

    /// <summary>The floating-point number, of 32 or 64 bits.</summary>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    public double AsDouble() => Kind == StoredValueKind.Single
        ? BitConverter.Int32BitsToSingle((int)_bits)
        : BitConverter.Int64BitsToDouble(ExpectBits(StoredValueKind.Double));

    public override string ToString() => Kind switch
    {
        StoredValueKind.Text => AsText(),
        StoredValueKind.Bytes => $"{AsBytes().Length} bytes",
        StoredValueKind.Int32 or StoredValueKind.Int64 => _bits.ToString(CultureInfo.InvariantCulture),
        _ => AsDouble().ToString(CultureInfo.InvariantCulture),
    };

    private object? Expect(StoredValueKind kind) =>
        Kind == kind ? _reference : throw new InvalidOperationException($"The stored value is {Kind}, not {kind}.");

    private long ExpectBits(StoredValueKind kind)
    {
        Expect(kind);
        return _bits;
    }
}
