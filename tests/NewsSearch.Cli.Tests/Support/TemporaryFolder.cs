using System.IO.Compression;
using System.Text;

namespace NewsSearch.Cli.Tests.Support;

/// <summary>A folder of its own for a test, to be deleted afterwards.</summary>
internal sealed class TemporaryFolder
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newssearch-cli-");

    public string Path => _folder.FullName;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, params string[] lines)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.WriteAllLines(At(name), lines);
        return At(name);
    }

    public string WriteGzip(string name, params string[] lines)
    {
        using var file = new GZipStream(File.Create(At(name)), CompressionLevel.Fastest);
        file.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        return At(name);
    }

    public void Delete() => _folder.Delete(recursive: true);
}
