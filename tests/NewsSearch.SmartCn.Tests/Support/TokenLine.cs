using System.Text;
using NewsSearch.Lucene.Analysis;

namespace NewsSearch.SmartCn.Tests.Support;

/// <summary>The tokens of a text in one line, in the form that tests/peers/lucene8/TokenDump.java prints.</summary>
internal static class TokenLine
{
    public static string Of(TokenStream stream, string text)
    {
        var line = new StringBuilder();
        stream.Reset(text.AsMemory());
        while (stream.MoveNext())
        {
            line.Append(Escaped.Escape(stream.Term, " /$\""));
            line.Append($"/{stream.StartOffset}/{stream.EndOffset}/{stream.PositionIncrement} ");
        }

        return line.Append($"${stream.FinalOffset}/{stream.TrailingPositionIncrement}").ToString();
    }
}
