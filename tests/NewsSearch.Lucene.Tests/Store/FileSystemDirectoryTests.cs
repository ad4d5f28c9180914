using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Store;

public sealed class FileSystemDirectoryTests
{
    [Fact]
    public void A_folder_that_does_not_exist_has_no_files_and_is_made_with_the_first_one()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.FullName, "deep", "index");
        using var directory = new FileSystemDirectory(path);
        Assert.False(directory.Exists);
        Assert.Empty(directory.ListAll());
        Assert.False(directory.FileExists("a"));
        Assert.Throws<FileNotFoundException>(() => directory.OpenFile("a"));
        Assert.False(Directory.Exists(path));
        directory.CreateOutput("a").Dispose();
        Assert.True(directory.Exists);
        Assert.Equal(["a"], directory.ListAll());
    }

    [Fact]
    public void Folders_inside_are_no_files_of_it()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.FullName, "inner"));
        Assert.Empty(new FileSystemDirectory(folder.FullName).ListAll());
    }

    [Fact]
    public void The_holder_of_a_lock_is_named()
    {
        using var folder = new TemporaryFolder();
        using var directory = new FileSystemDirectory(folder.FullName);
        using var held = directory.ObtainLock("write.lock");
        var error = Assert.Throws<LockHeldException>(() => new FileSystemDirectory(folder.FullName).ObtainLock("write.lock"));
        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_file_that_a_crash_left_behind_locks_nothing()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.FullName, "write.lock"), "process 1 on a machine that is gone, with a long name");
        using var directory = new FileSystemDirectory(folder.FullName);
        directory.ObtainLock("write.lock").Dispose();
        Assert.Equal($"process {Environment.ProcessId} on {Environment.MachineName}", File.ReadAllText(Path.Combine(folder.FullName, "write.lock")));
    }

    [Fact]
    public void What_keeps_the_lock_file_from_being_made_is_not_called_a_held_lock()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.FullName, "write.lock"));
        using var directory = new FileSystemDirectory(folder.FullName);
        Assert.IsNotType<LockHeldException>(Assert.ThrowsAny<Exception>(() => directory.ObtainLock("write.lock")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8191)]
    [InlineData(8192)]
    [InlineData(8193)]
    [InlineData(1 << 20)]
    public void Small_files_and_mapped_ones_read_alike(int length)
    {
        using var folder = new TemporaryFolder();
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        File.WriteAllBytes(Path.Combine(folder.FullName, "file"), bytes);
        using var file = new FileSystemDirectory(folder.FullName).OpenFile("file");
        Assert.Equal(length, file.Length);
        Assert.Equal(Path.Combine(folder.FullName, "file"), file.Name);
        Assert.Equal(bytes, new IndexInput(file).ReadSpan(length).ToArray());
        file.Dispose();
        file.Dispose();
    }
}
