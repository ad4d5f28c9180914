using NewsSearch.Archive;

namespace NewsSearch.Web.Tests;

/// <summary>Questions are the same text if and only if they are the same question.</summary>
public sealed class QuestionTests
{
    [Fact]
    public void Whatever_changes_an_answer_changes_the_question()
    {
        NewsQuery[] queries =
        [
            new(), new() { Text = "桥" }, new() { Text = " 桥" }, new() { Text = "1:桥" }, new() { Page = 2 }, new() { Size = 20 }, new() { Size = 0 },
            new() { Sort = NewsSort.Newest }, new() { Sort = NewsSort.Oldest }, new() { WithFacets = false }, new() { IsFreshnessCounted = false },
            new() { From = new DateOnly(2024, 5, 1) }, new() { To = new DateOnly(2024, 5, 1) }, new() { From = new DateOnly(2024, 5, 1), To = new DateOnly(2024, 5, 1) },
            new() { Sources = ["桥"] }, new() { Channels = [ChannelPath.Parse("桥")] }, new() { Sources = ["桥", "路"] }, new() { Sources = ["桥1:路"] }, new() { Sources = ["桥 路"] },
            new() { Sources = ["桥"], Channels = [ChannelPath.Parse("路")] }, new() { Sources = ["桥"], Text = "路" }, new() { Text = "f", Page = 1 },
        ];

        Assert.Equal(queries.Length, queries.Select(Question.Of).Distinct().Count());
    }

    [Fact]
    public void The_order_of_filters_makes_no_difference()
    {
        NewsQuery one = new() { Sources = ["甲", "乙"], Channels = [ChannelPath.Parse("子"), ChannelPath.Parse("丑")] };
        NewsQuery other = new() { Sources = ["乙", "甲"], Channels = [ChannelPath.Parse("丑"), ChannelPath.Parse("子")] };

        Assert.Equal(Question.Of(one), Question.Of(other));
    }
}
