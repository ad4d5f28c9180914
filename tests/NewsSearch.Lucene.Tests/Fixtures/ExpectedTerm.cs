using System.Text.Json.Serialization;

namespace NewsSearch.Lucene.Tests.Fixtures;

/// <summary>A term of the field <c>body</c>; both counts are 0 where the index does not hold it.</summary>
internal sealed record ExpectedTerm(
    [property: JsonPropertyName("term")] string Text,
    [property: JsonPropertyName("df")] int DocFreq,
    [property: JsonPropertyName("ttf")] long TotalTermFreq);
