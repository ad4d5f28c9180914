using NewsSearch.Archive;

namespace NewsSearch.Web.Tests;

/// <summary>Kept answers are of the archive as it is, take no more room than they may, and what is asked for stays.</summary>
public sealed class AnswerCacheTests
{
    private const int Room = 64 * 1024;

    private static readonly ArchiveVersion s_first = new(0, 0);

    [Fact]
    public void An_answer_is_found_until_the_articles_or_the_dictionary_change()
    {
        var cache = new AnswerCache(Room);
        byte[] answer = [1];
        cache.Keep(s_first, "桥", answer);

        Assert.Same(answer, cache.Find(s_first, "桥"));
        Assert.Null(cache.Find(s_first, "路"));
        Assert.Null(cache.Find(new ArchiveVersion(1, 0), "桥"));
        Assert.Null(cache.Find(new ArchiveVersion(0, 1), "桥"));
    }

    [Fact]
    public void Nothing_of_an_older_archive_is_left_once_something_newer_is_kept()
    {
        var cache = new AnswerCache(Room);
        cache.Keep(s_first, "桥", [1]);
        cache.Keep(new ArchiveVersion(1, 0), "路", [2]);

        Assert.Null(cache.Find(s_first, "桥"));
        Assert.Null(cache.Find(new ArchiveVersion(1, 0), "桥"));
        Assert.NotNull(cache.Find(new ArchiveVersion(1, 0), "路"));
    }

    [Theory]
    [InlineData(2, 4)]
    [InlineData(3, 3)]
    [InlineData(2, 5)]
    public void An_answer_that_comes_late_does_not_take_the_place_of_newer_ones(long commits, long dictionaries)
    {
        var newer = new ArchiveVersion(3, 4);
        var cache = new AnswerCache(Room);
        cache.Keep(newer, "桥", [1]);

        cache.Keep(new ArchiveVersion(commits, dictionaries), "路", [2]);

        Assert.NotNull(cache.Find(newer, "桥"));
        Assert.Null(cache.Find(new ArchiveVersion(commits, dictionaries), "路"));
    }

    [Fact]
    public void However_many_answers_are_kept_they_take_no_more_than_their_room()
    {
        var cache = new AnswerCache(Room);
        for (var i = 0; i < 10_000; i++)
        {
            cache.Keep(s_first, $"问{i}", new byte[i % 3000]);
            Assert.InRange(cache.ByteCount, 0, Room);
        }

        Assert.True(cache.ByteCount > Room / 4);
    }

    [Fact]
    public void What_is_asked_for_now_and_then_outlives_what_is_not()
    {
        var cache = new AnswerCache(Room);
        cache.Keep(s_first, "热", new byte[500]);
        for (var i = 0; i < 1000; i++)
        {
            cache.Keep(s_first, $"问{i}", new byte[500]);
            if (i % 20 == 0) Assert.NotNull(cache.Find(s_first, "热"));
        }

        Assert.Null(cache.Find(s_first, "问0"));
        Assert.NotNull(cache.Find(s_first, "问999"));
    }

    [Fact]
    public void An_answer_that_takes_much_of_the_room_is_not_kept()
    {
        var cache = new AnswerCache(Room);
        cache.Keep(s_first, "长", new byte[Room / 16]);

        Assert.Null(cache.Find(s_first, "长"));
        Assert.Equal(0, cache.ByteCount);
    }

    [Fact]
    public void Without_room_nothing_is_kept()
    {
        var cache = new AnswerCache(0);
        cache.Keep(s_first, "桥", [1]);

        Assert.Null(cache.Find(s_first, "桥"));
    }

    [Fact]
    public void A_question_is_repeated_when_it_was_asked_lately()
    {
        var cache = new AnswerCache(Room);

        Assert.False(cache.IsRepeated("桥"));
        Assert.True(cache.IsRepeated("桥"));
        // So many others in between that their places are all taken.
        for (var i = 0; i < 1_000_000; i++) cache.IsRepeated($"问{i}");
        Assert.False(cache.IsRepeated("桥"));
    }

    [Fact]
    public void Threads_that_ask_and_keep_at_once_see_only_answers_to_their_questions()
    {
        var cache = new AnswerCache(Room);
        Parallel.For(0, 4, thread =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                var (version, number) = (new ArchiveVersion(i / 1000, 0), i * (thread + 1) % 200);
                if (cache.Find(version, $"问{number}") is { } found) Assert.Equal((number, (int)version.Commits), (found.Length, found.Length == 0 ? (int)version.Commits : found[0]));
                else cache.Keep(version, $"问{number}", [.. Enumerable.Repeat((byte)version.Commits, number)]);
            }
        });

        Assert.InRange(cache.ByteCount, 0, Room);
    }
}
