using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>A directory in memory whose disk has room for so many bytes more.</summary>
internal sealed class FullDirectory : IndexDirectory
{
    public MemoryDirectory Inner { get; } = new();

    public long Room { get; set; } = long.MaxValue;

    public override string Name => "a small disk";

    public override IReadOnlyList<string> ListAll() => Inner.ListAll();

    public override bool FileExists(string name) => Inner.FileExists(name);

    public override long FileLength(string name) => Inner.FileLength(name);

    public override void DeleteFile(string name) => Inner.DeleteFile(name);

    public override void Rename(string name, string newName) => Inner.Rename(name, newName);

    public override void Sync(IEnumerable<string> names) => Inner.Sync(names);

    public override void SyncNames() => Inner.SyncNames();

    public override IDisposable ObtainLock(string name) => Inner.ObtainLock(name);

    public override AppendFile OpenAppend(string name) => new LimitedFile(this, Inner.OpenAppend(name));

    internal override IndexOutput CreateOutput(string name) => new(new LimitedStream(this, name), name);

    internal override FileMemory OpenFile(string name) => Inner.OpenFile(name);

    private sealed class LimitedStream(FullDirectory directory, string name) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (buffer.Length > directory.Room) throw new IOException("The disk is full.");
            directory.Room -= buffer.Length;
            base.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) directory.Inner.WriteFile(name, ToArray());
            base.Dispose(disposing);
        }
    }

    private sealed class LimitedFile(FullDirectory directory, AppendFile inner) : AppendFile
    {
        public override string Name => inner.Name;

        public override long Length => inner.Length;

        public override int Read(long offset, Span<byte> buffer) => inner.Read(offset, buffer);

        /// <summary>As the system does: what there is room for is written.</summary>
        public override void Append(ReadOnlySpan<byte> bytes)
        {
            var part = (int)Math.Min(bytes.Length, directory.Room);
            inner.Append(bytes[..part]);
            directory.Room -= part;
            if (part < bytes.Length) throw new IOException("The disk is full.");
        }

        public override void Truncate(long length)
        {
            directory.Room += inner.Length - length;
            inner.Truncate(length);
        }

        public override void Sync() => inner.Sync();

        public override void Dispose() => inner.Dispose();
    }
}
