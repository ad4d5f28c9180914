using System.IO.MemoryMappedFiles;

namespace NewsSearch.Lucene.Store;

/// <summary>A file mapped read-only into the address space: the operating system reads pages when they are touched.</summary>
internal sealed unsafe class MappedFileMemory : FileMemory
{
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly byte* _address;
    private int _disposed;

    public MappedFileMemory(string path, long length)
        : base(path, length)
    {
        // An empty file can't be mapped; there is nothing to read in it either.
        if (length == 0) return;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        try
        {
            _view = _file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _address);
            _address += _view.PointerOffset;
        }
        catch
        {
            _view?.Dispose();
            _file.Dispose();
            throw;
        }
    }

    public override byte* Address => _address;

    public override void LetGoOfPages()
    {
        if (Volatile.Read(ref _disposed) == 0) MemoryAdvice.LetGo(_address, (nuint)Length);
    }

    public override void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0 || _view is null) return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file!.Dispose();
    }
}
