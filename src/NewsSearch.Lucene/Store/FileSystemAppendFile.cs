using Microsoft.Win32.SafeHandles;

namespace NewsSearch.Lucene.Store;

/// <summary>A growing file of a <see cref="FileSystemDirectory"/>, without a buffer: who appends has collected what belongs together.</summary>
internal sealed class FileSystemAppendFile : AppendFile
{
    private readonly SafeFileHandle _handle;
    private long _length;

    public FileSystemAppendFile(string path)
    {
        Name = path;
        _handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        _length = RandomAccess.GetLength(_handle);
    }

    public override string Name { get; }

    public override long Length => _length;

    public override int Read(long offset, Span<byte> buffer)
    {
        var count = 0;
        while (count < buffer.Length)
        {
            var part = RandomAccess.Read(_handle, buffer[count..], offset + count);
            if (part == 0) break;
            count += part;
        }

        return count;
    }

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(_handle, bytes, _length);
        _length += bytes.Length;
    }

    public override void Truncate(long length)
    {
        RandomAccess.SetLength(_handle, length);
        _length = length;
    }

    public override void Sync() => RandomAccess.FlushToDisk(_handle);

    public override void Dispose() => _handle.Dispose();
}
