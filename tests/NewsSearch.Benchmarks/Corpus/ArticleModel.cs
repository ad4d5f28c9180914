using NewsSearch.Archive;

namespace NewsSearch.Benchmarks.Corpus;

/// <summary>What a generated article takes over from a real one.</summary>
/// <param name="Title">The headline.</param>
/// <param name="BodyLength">Characters of the body.</param>
/// <param name="Source">The publisher, or null.</param>
/// <param name="Channel">The channel.</param>
/// <param name="PublishedAt">The time of publication, or null.</param>
internal readonly record struct ArticleModel(string Title, int BodyLength, string? Source, ChannelPath Channel, DateTimeOffset? PublishedAt);
