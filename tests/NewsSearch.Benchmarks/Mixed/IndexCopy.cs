namespace NewsSearch.Benchmarks.Mixed;

/// <summary>A copy of an index that may be changed; deleted at the end.</summary>
internal sealed class IndexCopy : IDisposable
{
    private const string LockFile = "write.lock";

    public IndexCopy(string original)
    {
        Folder = Directory.CreateTempSubdirectory("newssearch-mixed-").FullName;
        var bytes = 0L;
        foreach (var file in Directory.EnumerateFiles(original).Where(file => Path.GetFileName(file) != LockFile))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
            bytes += new FileInfo(file).Length;
        }

        Description = $"{bytes / 1e6:N1} MB at first";
    }

    public string Folder { get; }

    /// <summary>Size, for the head of a report.</summary>
    public string Description { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
