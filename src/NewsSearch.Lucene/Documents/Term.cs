using System.Text;

namespace NewsSearch.Lucene.Documents;

/// <summary>A term of a field. Terms are bytes, here as text: their order is that of the UTF-8 bytes.</summary>
public readonly record struct Term(string Field, string Text)
{
    internal byte[] ToBytes() => Encoding.UTF8.GetBytes(Text);

    public override string ToString() => $"{Field}:{Text}";
}
