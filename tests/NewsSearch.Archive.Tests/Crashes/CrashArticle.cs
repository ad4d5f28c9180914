using System.Globalization;
using NewsSearch.Archive.Journaling;

namespace NewsSearch.Archive.Tests.Crashes;

/// <summary>Articles whose every character follows from id and version, so that one found after a crash can be checked to the end.</summary>
internal static class CrashArticle
{
    private const string Sentence = "澜江上的双虹桥今天上午正式通车，市民沿江步行观看。";

    public static Article Make(string id, long version)
    {
        var random = new Random(HashCodeOf(id, version));
        // Most are short; a few are longer than a page of memory, a sector of the disk and the buffers of the engine.
        var sentences = random.Next(40) == 0 ? random.Next(1000) : random.Next(8);
        return new Article
        {
            Id = id,
            Title = Invariant($"第{version}版 {id}"),
            Body = string.Concat(Enumerable.Repeat(Sentence, sentences)) + Invariant($"\n编号{random.Next()}"),
            Source = random.Next(2) == 0 ? "澜江日报" : null,
            Channel = ChannelPath.Parse(random.Next(2) == 0 ? "新闻频道/国内新闻" : null),
            PublishedAt = random.Next(2) == 0 ? new DateTimeOffset(2024, 5, 1 + random.Next(28), 18, 2, 47, TimeSpan.FromHours(8)) : null,
            Keywords = random.Next(2) == 0 ? ["双虹桥", "通车"] : [],
            Related = random.Next(4) == 0 ? [new EditorialLink("桥名由来", null, "05-22")] : [],
        };
    }

    /// <summary>The version in an article's title.</summary>
    /// <exception cref="InvalidOperationException">The article is not as it was made.</exception>
    public static long VersionOf(Article article)
    {
        var version = long.Parse(article.Title[1..article.Title.IndexOf('版', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
        var expected = JournalRecord.Put(Make(article.Id, version)).Encode();
        if (!expected.AsSpan().SequenceEqual(JournalRecord.Put(article).Encode()))
            throw new InvalidOperationException($"Article {article.Id} is not as version {version} was written.");
        return version;
    }

    // HashCode and string.GetHashCode differ from process to process.
    private static int HashCodeOf(string id, long version) => unchecked((int)(id.Aggregate(17L, (hash, c) => (hash * 31) + c) * 31 + version));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
