using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Store;

public sealed class IndexOutputTests
{
    // Around the size of the buffer, where a number is cut or the buffer is flushed just before it.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65529)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(200_000)]
    public void Position_checksum_and_bytes_are_right_around_the_end_of_the_buffer(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        using var directory = new MemoryDirectory();
        using (var output = directory.CreateOutput("file"))
        {
            output.WriteBytes(bytes);
            Assert.Equal(length, output.Position);
            Assert.Equal(Crc32.Compute(bytes), output.Checksum);
            output.WriteInt64(0x0102030405060708);
            Assert.Equal(length + 8, output.Position);
            output.Flush();
        }

        Assert.Equal([.. bytes, 1, 2, 3, 4, 5, 6, 7, 8], directory.ReadFile("file"));
    }

    [Fact]
    public void It_can_be_disposed_twice()
    {
        using var directory = new MemoryDirectory();
        var output = directory.CreateOutput("file");
        output.WriteByte(7);
        output.Flush();
        output.Dispose();
        output.Dispose();
        Assert.Equal([7], directory.ReadFile("file"));
    }

    [Fact]
    public void What_was_not_flushed_is_dropped_so_that_giving_up_a_file_can_not_fail()
    {
        using var directory = new MemoryDirectory();
        using (var output = directory.CreateOutput("file"))
        {
            output.WriteByte(7);
            output.Flush();
            output.WriteByte(8);
        }

        Assert.Equal([7], directory.ReadFile("file"));
    }

    [Fact]
    public void Nothing_can_be_written_once_it_is_disposed()
    {
        using var directory = new MemoryDirectory();
        var output = directory.CreateOutput("file");
        output.Dispose();
        Assert.ThrowsAny<Exception>(() => output.WriteByte(1));
        Assert.ThrowsAny<Exception>(() => output.WriteInt32(1));
        Assert.Empty(directory.ReadFile("file"));
    }
}
