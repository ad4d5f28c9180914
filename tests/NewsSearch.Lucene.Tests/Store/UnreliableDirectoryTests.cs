using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Store;

/// <summary>The simulated disk loses what a disk may lose, and nothing that was synced.</summary>
public sealed class UnreliableDirectoryTests
{
    private const int Seed = 20;

    [Fact]
    public void What_was_synced_with_its_name_survives_every_kind_of_crash()
    {
        foreach (var kind in Enum.GetValues<CrashKind>())
        {
            using var directory = new UnreliableDirectory();
            Write(directory, "a", [1, 2, 3]);
            directory.Sync(["a"]);
            directory.SyncNames();
            Assert.Equal([1, 2, 3], Read(directory.Crash(kind, new Random(Seed)), "a"));
        }
    }

    [Fact]
    public void Contents_and_names_are_lost_apart_from_each_other()
    {
        using var directory = new UnreliableDirectory();
        Write(directory, "named", [1]);
        directory.SyncNames();
        Write(directory, "synced", [2]);
        directory.Sync(["synced"]);
        using var after = directory.Crash(CrashKind.LoseUnsynced, new Random(Seed));
        Assert.Equal(["named"], after.ListAll());
        Assert.Equal([], Read(after, "named"));
        Assert.Equal(["named", "synced"], directory.ListAll());
    }

    [Fact]
    public void A_rename_or_removal_that_was_not_synced_is_undone()
    {
        using var directory = new UnreliableDirectory();
        Write(directory, "a", [1]);
        Write(directory, "b", [2]);
        directory.Sync(["a", "b"]);
        directory.SyncNames();
        directory.Rename("a", "c");
        directory.DeleteFile("b");
        Assert.Equal(["a", "b"], directory.Crash(CrashKind.LoseUnsynced, new Random(Seed)).ListAll());
        directory.SyncNames();
        Assert.Equal(["c"], directory.Crash(CrashKind.LoseUnsynced, new Random(Seed)).ListAll());
    }

    [Fact]
    public void Only_the_last_write_is_torn_when_that_is_asked_for()
    {
        var lengths = new HashSet<long>();
        for (var seed = 0; seed < 50; seed++)
        {
            using var directory = new UnreliableDirectory();
            using var file = directory.OpenAppend("a");
            file.Append([1, 1, 1, 1]);
            file.Append([2, 2, 2, 2]);
            using var after = directory.Crash(CrashKind.TearLastWrite, new Random(seed));
            Assert.Equal([1, 1, 1, 1], Read(after, "a")[..4]);
            lengths.Add(after.FileLength("a"));
        }

        Assert.Equal([4, 5, 6, 7, 8], lengths.Order());
    }

    [Fact]
    public void In_disorder_a_later_write_may_survive_an_earlier_one()
    {
        var survivors = new HashSet<string>();
        for (var seed = 0; seed < 300; seed++)
        {
            using var directory = new UnreliableDirectory();
            using var file = directory.OpenAppend("a");
            directory.SyncNames();
            file.Append([1]);
            file.Append([2]);
            survivors.Add(Convert.ToHexString(Read(directory.Crash(CrashKind.Disorder, new Random(seed)), "a")));
        }

        Assert.Superset(new HashSet<string> { "", "01", "0102", "0002" }, survivors);
    }

    [Fact]
    public void The_power_goes_at_the_chosen_change_and_nothing_works_after_it()
    {
        using var directory = new UnreliableDirectory();
        using var file = directory.OpenAppend("a");
        directory.SyncNames();
        directory.FailAfter(3);
        file.Append([1]);
        file.Sync();
        Assert.False(directory.IsOff);
        Assert.Throws<PowerLossException>(() => file.Append([2]));
        Assert.True(directory.IsOff);
        Assert.Throws<PowerLossException>(file.Sync);
        Assert.Throws<PowerLossException>(() => directory.DeleteFile("a"));
        Assert.Equal([1], Read(directory.Crash(CrashKind.LoseUnsynced, new Random(Seed)), "a"));
    }

    [Fact]
    public void A_killed_process_loses_nothing_and_syncs_nothing()
    {
        using var directory = new UnreliableDirectory();
        Write(directory, "a", [1]);
        directory.Sync(["a"]);
        directory.SyncNames();
        Write(directory, "b", [2]);
        directory.Rename("a", "c");
        using var next = directory.Restart();
        Assert.Equal(["b", "c"], next.ListAll());
        Assert.Equal([2], Read(next, "b"));
        Assert.Equal(["a"], next.Crash(CrashKind.LoseUnsynced, new Random(Seed)).ListAll());
        next.SyncNames();
        Assert.Equal([], Read(next.Crash(CrashKind.LoseUnsynced, new Random(Seed)), "b"));
    }

    private static void Write(IndexDirectory directory, string name, byte[] bytes)
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
