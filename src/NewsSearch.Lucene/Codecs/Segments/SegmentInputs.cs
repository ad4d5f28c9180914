using NewsSearch.Lucene.Codecs.Compound;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>Where the codecs read a segment: its own files, or the parts of its compound file. Keeps them open until disposed.</summary>
internal sealed class SegmentInputs : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly Dictionary<string, FileMemory> _files = [];
    private readonly CompoundReader? _compound;

    public SegmentInputs(IndexDirectory directory, SegmentInfo info)
    {
        _directory = directory;
        Info = info;
        if (!info.IsCompound) return;
        try
        {
            _compound = CompoundReader.Open(
                info.Name,
                OpenFile(IndexFileNames.OfSegment(info.Name, "", CompoundFormat.EntriesExtension)),
                OpenFile(IndexFileNames.OfSegment(info.Name, "", CompoundFormat.DataExtension)));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public SegmentInfo Info { get; }

    /// <summary>Opens the file _SEGMENT[_SUFFIX].EXTENSION at its first byte.</summary>
    /// <exception cref="CorruptIndexException">The segment has no such file.</exception>
    public IndexInput Open(string suffix, string extension)
    {
        var name = IndexFileNames.OfSegment(Info.Name, suffix, extension);
        return _compound is null ? OpenFile(name) : _compound.Open(name);
    }

    /// <summary>All files that are open, whole, for checksums.</summary>
    public IEnumerable<IndexInput> OpenFiles => _files.Values.Select(file => new IndexInput(file));

    public void Dispose()
    {
        foreach (var file in _files.Values) file.Dispose();
        _files.Clear();
    }

    private IndexInput OpenFile(string name)
    {
        if (!_files.TryGetValue(name, out var file))
        {
            try
            {
                file = _directory.OpenFile(name);
            }
            catch (FileNotFoundException error)
            {
                throw new CorruptIndexException(Path.Combine(_directory.Name, name), -1, "no such file", $"a file of segment {Info.Name}", error);
            }

            _files.Add(name, file);
        }

        return new IndexInput(file);
    }
}
