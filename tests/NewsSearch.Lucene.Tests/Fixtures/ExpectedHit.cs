namespace NewsSearch.Lucene.Tests.Fixtures;

/// <summary>A hit, named by the stored field <c>id</c> because document numbers change when segments merge.</summary>
internal sealed record ExpectedHit(string Id, float Score);
