namespace NewsSearch.Archive.Tests;

/// <summary>Articles for tests that care for one property only.</summary>
internal static class Some
{
    private static int _count;

    public static Article Article(string title = "双虹桥今日通车", string body = "澜江上的双虹桥今天上午正式通车。") => new()
    {
        Id = "some-" + Interlocked.Increment(ref _count),
        Title = title,
        Body = body,
        Source = "澜江日报",
    };
}
