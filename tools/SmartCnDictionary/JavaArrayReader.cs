using System.Buffers.Binary;
using System.Text;

namespace SmartCnDictionary;

/// <summary>Reads arrays of primitives, and arrays of them, from a Java serialisation stream (protocol version 2).</summary>
internal sealed class JavaArrayReader
{
    private const byte NullTag = 0x70;
    private const byte ReferenceTag = 0x71;
    private const byte ClassTag = 0x72;
    private const byte ArrayTag = 0x75;
    private const byte EndOfAnnotationsTag = 0x78;
    private const int FirstHandle = 0x7E0000;

    private readonly Stream _stream;
    private readonly List<object> _handles = [];

    public JavaArrayReader(Stream stream)
    {
        _stream = stream;
        var header = ReadInt32();
        if (header != unchecked((int)0xACED0005)) throw new InvalidDataException($"header {header:X8}, expected ACED0005");
    }

    /// <summary>The next array: <c>long[]</c>, <c>int[]</c>, <c>short[]</c>, <c>char[]</c>, <c>object?[]</c> of them, or null.</summary>
    public object? ReadArray()
    {
        var tag = ReadByte();
        if (tag == NullTag) return null;
        if (tag == ReferenceTag) return _handles[ReadInt32() - FirstHandle];
        if (tag != ArrayTag) throw Unexpected(tag, "an array");
        var className = ReadClass();
        var handle = _handles.Count;
        _handles.Add(className);
        var array = ReadElements(className, ReadInt32());
        _handles[handle] = array;
        return array;
    }

    private object ReadElements(string className, int length)
    {
        switch (className)
        {
            case "[J": return Fill(new long[length], ReadInt64);
            case "[I": return Fill(new int[length], ReadInt32);
            case "[S": return Fill(new short[length], () => (short)ReadUInt16());
            case "[C": return Fill(new char[length], () => (char)ReadUInt16());
        }

        if (!className.StartsWith("[[", StringComparison.Ordinal)) throw new InvalidDataException($"array of class {className}");
        return Fill(new object?[length], ReadArray);
    }

    private static T[] Fill<T>(T[] array, Func<T> read)
    {
        for (var i = 0; i < array.Length; i++) array[i] = read();
        return array;
    }

    private string ReadClass()
    {
        var tag = ReadByte();
        if (tag == ReferenceTag) return (string)_handles[ReadInt32() - FirstHandle];
        if (tag != ClassTag) throw Unexpected(tag, "a class");
        var name = new byte[ReadUInt16()];
        _stream.ReadExactly(name);
        _handles.Add(Encoding.ASCII.GetString(name));
        ReadInt64(); // serialVersionUID
        ReadByte(); // flags
        var fieldCount = ReadUInt16();
        if (fieldCount != 0) throw new InvalidDataException($"an array class with {fieldCount} fields");
        Expect(EndOfAnnotationsTag);
        Expect(NullTag); // no super class
        return Encoding.ASCII.GetString(name);
    }

    private void Expect(byte expected)
    {
        var tag = ReadByte();
        if (tag != expected) throw Unexpected(tag, $"{expected:X2}");
    }

    private InvalidDataException Unexpected(byte found, string expected) =>
        new($"tag {found:X2} at {_stream.Position - 1}, expected {expected}");

    private byte ReadByte()
    {
        var value = _stream.ReadByte();
        return value >= 0 ? (byte)value : throw new EndOfStreamException();
    }

    private ushort ReadUInt16() => (ushort)(ReadByte() << 8 | ReadByte());

    private int ReadInt32() => ReadUInt16() << 16 | ReadUInt16();

    private long ReadInt64()
    {
        Span<byte> bytes = stackalloc byte[8];
        _stream.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt64BigEndian(bytes);
    }
}
