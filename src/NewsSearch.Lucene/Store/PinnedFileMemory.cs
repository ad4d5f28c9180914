using System.Runtime.InteropServices;

namespace NewsSearch.Lucene.Store;

/// <summary>The bytes of a small file, or of one of a <see cref="MemoryDirectory"/>, in an array that the garbage collector does not move.</summary>
internal sealed unsafe class PinnedFileMemory : FileMemory
{
    private readonly byte[] _bytes;

    public PinnedFileMemory(string name, ReadOnlySpan<byte> bytes)
        : base(name, bytes.Length)
    {
        _bytes = GC.AllocateUninitializedArray<byte>(Math.Max(1, bytes.Length), pinned: true);
        bytes.CopyTo(_bytes);
    }

    public override byte* Address => (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0);

    public override void Dispose()
    {
        // The array lives as long as someone refers to it.
    }
}
