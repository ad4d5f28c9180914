using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

public sealed class IndexFileDeleterTests
{
    [Fact]
    public void A_file_goes_with_the_last_who_needs_it()
    {
        using var directory = new MemoryDirectory();
        directory.WriteFile("_0.fdt", [1]);
        directory.WriteFile("_0.fdx", [1]);
        var deleter = new IndexFileDeleter(directory);
        deleter.Acquire(["_0.fdt", "_0.fdx"]);
        deleter.Acquire(["_0.fdt"]);

        deleter.Release(["_0.fdt", "_0.fdx"]);
        Assert.Equal(["_0.fdt"], directory.ListAll());
        deleter.Release(["_0.fdt"]);
        Assert.Empty(directory.ListAll());
    }

    [Fact]
    public void A_file_that_the_system_holds_is_tried_again()
    {
        var directory = new HoldingDirectory();
        directory.Inner.WriteFile("_0.fdt", [1]);
        var deleter = new IndexFileDeleter(directory);
        deleter.Acquire(["_0.fdt"]);
        directory.IsHeld = true;
        deleter.Release(["_0.fdt"]);
        deleter.Retry();
        Assert.Equal(["_0.fdt"], directory.ListAll());

        directory.IsHeld = false;
        deleter.Retry();
        Assert.Empty(directory.ListAll());
    }

    [Fact]
    public void Once_closed_it_deletes_nothing()
    {
        using var directory = new MemoryDirectory();
        directory.WriteFile("_0.fdt", [1]);
        var deleter = new IndexFileDeleter(directory);
        deleter.Acquire(["_0.fdt"]);
        deleter.Close();
        deleter.Release(["_0.fdt"]);

        Assert.Equal(["_0.fdt"], directory.ListAll());
    }
}
