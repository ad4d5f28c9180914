namespace NewsSearch.Lucene.Tests.Fixtures;

/// <summary>One live document: four stored fields and the doc values <c>day</c> and <c>views</c>.</summary>
internal sealed record ExpectedDocument(string Id, string Title, string Body, string Source, long Day, long Views);
