using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsSearch.Lucene.Tests.Fixtures;

/// <summary>What Lucene.NET answered on a fixture index: the whole content of a KIND.expected.json.</summary>
/// <param name="Similarity">What the scores were computed with; always BM25 with its defaults.</param>
/// <param name="MaxDoc">Documents including deleted ones.</param>
/// <param name="Queries">By the names that tests/fixtures/lucene-net-4.8/README.md explains.</param>
internal sealed record ExpectedIndex(
    string WrittenBy,
    string Similarity,
    int MaxDoc,
    int NumDocs,
    int Segments,
    long BodySumTotalTermFreq,
    long BodySumDocFreq,
    int BodyDocCount,
    IReadOnlyList<ExpectedTerm> Terms,
    IReadOnlyDictionary<string, ExpectedTopDocs> Queries,
    IReadOnlyList<ExpectedDocument> Sample)
{
    // Strict in both directions, so that nothing in a file goes unread and nothing here is silently empty.
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static ExpectedIndex Read(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<ExpectedIndex>(stream, Strict) ?? throw new InvalidDataException($"{path} holds null.");
    }
}
