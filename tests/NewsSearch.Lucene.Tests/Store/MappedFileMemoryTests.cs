using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Store;

/// <summary>Pages of a mapped file leave the memory of the process when nobody needs them, and nothing that is read changes by it.</summary>
public sealed class MappedFileMemoryTests : IDisposable
{
    private const int Length = 20 << 20;

    private readonly TemporaryFolder _folder = new();
    private readonly FileSystemDirectory _directory;
    private readonly string _path;

    public MappedFileMemoryTests()
    {
        _directory = new FileSystemDirectory(_folder.FullName);
        _path = Path.Combine(_folder.FullName, "file");
        var bytes = new byte[Length];
        new Random(1).NextBytes(bytes);
        using var output = _directory.CreateOutput("file");
        output.WriteBytes(bytes);
        CodecFile.WriteFooter(output);
    }

    public void Dispose()
    {
        _directory.Dispose();
        _folder.Dispose();
    }

    [SkippableFact]
    public void Pages_let_go_of_leave_the_memory_and_are_read_again_as_they_were()
    {
        using var memory = _directory.OpenFile("file");
        var input = new IndexInput(memory);
        var before = Crc(input);
        Assert.True(MappedBytes.Of(_path) > Length / 2);

        input.LetGoOfPages();

        Assert.Equal(0, MappedBytes.Of(_path));
        Assert.Equal(before, Crc(input));
    }

    [SkippableFact]
    public void To_verify_a_checksum_keeps_little_of_a_large_file_in_memory()
    {
        using var memory = _directory.OpenFile("file");

        CodecFile.VerifyChecksum(new IndexInput(memory));

        Assert.InRange(MappedBytes.Of(_path), 0, Length / 2);
    }

    [Fact]
    public void Pages_of_an_empty_file_can_be_let_go_of()
    {
        _directory.CreateOutput("empty").Dispose();
        using var memory = _directory.OpenFile("empty");

        memory.LetGoOfPages();

        Assert.Equal(0, memory.Length);
    }

    private static long Crc(IndexInput input)
    {
        var crc = default(Crc32);
        crc.Append(input.Span(0, (int)input.Length));
        return crc.Value;
    }
}
