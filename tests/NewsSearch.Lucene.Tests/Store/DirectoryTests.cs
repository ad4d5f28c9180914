using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Store;

/// <summary>What every kind of directory promises, run on both.</summary>
public sealed class DirectoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Kinds => ["files", "memory"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Files_are_written_listed_measured_read_renamed_and_deleted(string kind)
    {
        using var directory = Make(kind);
        Assert.Empty(directory.ListAll());
        Write(directory, "b", 1, 2, 3);
        Write(directory, "a");
        Write(directory, "B", 9);
        Assert.Equal(["B", "a", "b"], directory.ListAll());
        Assert.Equal(3, directory.FileLength("b"));
        Assert.Equal([1, 2, 3], Read(directory, "b"));
        Assert.Equal([], Read(directory, "a"));
        directory.Rename("b", "a");
        Assert.Equal([1, 2, 3], Read(directory, "a"));
        Assert.False(directory.FileExists("b"));
        directory.DeleteFile("a");
        Assert.Equal(["B"], directory.ListAll());
        Assert.True(directory.Exists);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_missing_file_is_named(string kind)
    {
        using var directory = Make(kind);
        Write(directory, "a");
        Assert.Contains("_0.si", Assert.Throws<FileNotFoundException>(() => directory.OpenFile("_0.si")).FileName, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => directory.FileLength("_0.si"));
        Assert.Throws<FileNotFoundException>(() => directory.Rename("_0.si", "_1.si"));
        Assert.False(directory.FileExists("_0.si"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_open_file_can_be_read_after_it_was_deleted_or_replaced(string kind)
    {
        using var directory = Make(kind);
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        Write(directory, "large", bytes);
        Write(directory, "small", 1, 2);
        using var large = directory.OpenFile("large");
        using var small = directory.OpenFile("small");
        directory.DeleteFile("large");
        Write(directory, "other", 3);
        directory.Rename("other", "small");
        Assert.Equal(bytes, new IndexInput(large).ReadSpan(bytes.Length).ToArray());
        Assert.Equal([1, 2], new IndexInput(small).ReadSpan(2).ToArray());
        Assert.Equal([3], Read(directory, "small"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Creating_a_file_anew_empties_it(string kind)
    {
        using var directory = Make(kind);
        Write(directory, "a", 1, 2, 3);
        using (directory.CreateOutput("a")) Assert.Equal(0, directory.FileLength("a"));
        Assert.Equal([], Read(directory, "a"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_lock_is_held_by_one_at_a_time(string kind)
    {
        using var directory = Make(kind);
        var first = directory.ObtainLock("write.lock");
        Assert.Contains("write.lock", Assert.Throws<LockHeldException>(() => directory.ObtainLock("write.lock")).Message, StringComparison.Ordinal);
        first.Dispose();
        using var second = directory.ObtainLock("write.lock");
        first.Dispose();
        Assert.Throws<LockHeldException>(() => directory.ObtainLock("write.lock"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Files_and_names_can_be_synced(string kind)
    {
        using var directory = Make(kind);
        Write(directory, "a", 1);
        directory.Sync(["a"]);
        directory.SyncNames();
        Assert.Equal([1], Read(directory, "a"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_can_grow_be_cut_and_be_gone_on_with(string kind)
    {
        using var directory = Make(kind);
        using (var file = directory.OpenAppend("a"))
        {
            file.Append([1, 2, 3]);
            file.Append([4]);
            file.Truncate(2);
            file.Append([5]);
            file.Sync();
            Assert.Equal(3, file.Length);
            var bytes = new byte[4];
            Assert.Equal(2, file.Read(1, bytes));
            Assert.Equal([2, 5, 0, 0], bytes);
            Assert.Equal(0, file.Read(3, bytes));
            Assert.Contains("a", file.Name, StringComparison.Ordinal);
        }

        directory.SyncNames();
        using (var again = directory.OpenAppend("a")) again.Append([6]);
        Assert.Equal([1, 2, 5, 6], Read(directory, "a"));
    }

    public void Dispose() => _folder.Dispose();

    private IndexDirectory Make(string kind) => kind == "memory" ? new MemoryDirectory() : new FileSystemDirectory(_folder.FullName);

    private static void Write(IndexDirectory directory, string name, params byte[] bytes)
    {
        using var output = directory.CreateOutput(name);
        output.WriteBytes(bytes);
        output.Flush();
    }

    private static byte[] Read(IndexDirectory directory, string name)
    {
        using var file = directory.OpenFile(name);
        return new IndexInput(file).ReadSpan((int)file.Length).ToArray();
    }
}
