using NewsSearch.Archive;

namespace NewsSearch.Cli.Tests;

public sealed class FailuresTests
{
    [Fact]
    public void What_the_engine_can_not_read_is_said_in_its_own_words()
    {
        const string message = "The terms of field body in segment _0 are in the format Memory; only Lucene41 can be read.";

        Assert.Equal(message, Failures.MessageOf(new NotSupportedException(message)));
    }

    [Fact]
    public void A_refused_value_is_named() => Assert.Equal("from: 晚于截止日期", Failures.MessageOf(new NewsQueryException("from", "晚于截止日期")));

    [Fact]
    public void What_nobody_foresaw_is_called_so() =>
        Assert.StartsWith("Internal error, InvalidOperationException: ", Failures.MessageOf(new InvalidOperationException("no")), StringComparison.Ordinal);
}
