namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>A stored field of a document.</summary>
/// <param name="Type"><c>string</c>, <c>bytes</c>, <c>integer</c>, <c>long</c>, <c>float</c> or <c>double</c>.</param>
/// <param name="Value">Text and bytes as they are, numbers as Java writes them.</param>
internal sealed record JudgeStoredField(string Name, string Type, byte[] Value)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Value);
}
