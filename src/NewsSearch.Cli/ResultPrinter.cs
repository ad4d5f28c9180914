using System.Text;
using NewsSearch.Archive;

namespace NewsSearch.Cli;

/// <summary>Prints a result for people.</summary>
/// <param name="output">Where to.</param>
/// <param name="isColored">Whether the terminal shows what matched in colour.</param>
internal sealed class ResultPrinter(TextWriter output, bool isColored)
{
    /// <summary>Sources, channels and months that are printed with their counts; --json has more.</summary>
    private const int MaxCounts = 8;

    private const string StartMatch = "\u001b[1;33m";
    private const string EndMatch = "\u001b[0m";

    public void Print(NewsResult result)
    {
        output.WriteLine($"{Figures.Articles(result.Total)}, {result.TookMilliseconds:0.###} ms");
        foreach (var note in result.Reading.Notes) output.WriteLine($"note: {Printable.Of(note.Message)}");
        if (result.DidYouMean is { } other) output.WriteLine($"did you mean: {Printable.Of(other.Text)} ({Figures.Articles(other.Total)})");
        var rank = (result.Page - 1) * result.Size;
        foreach (var hit in result.Hits) PrintHit(++rank, hit);
        if (result.Facets is not { } facets || result.Total == 0) return;
        output.WriteLine();
        PrintCounts("sources ", facets.Sources);
        PrintCounts("channels", facets.Channels);
        PrintCounts("months  ", facets.Months);
    }

    private void PrintCounts(string kind, IReadOnlyList<FacetCount> counts)
    {
        if (counts.Count == 0) return;
        var shown = counts.Take(MaxCounts).Select(count => $"{Printable.Of(count.Value)} {count.Count:N0}");
        output.WriteLine($"{kind}  {string.Join(", ", shown)}{(counts.Count > MaxCounts ? ", …" : "")}");
    }

    private void PrintHit(int rank, NewsHit hit)
    {
        output.WriteLine();
        output.WriteLine($"{rank}. {Marked(hit.Title)}");
        string?[] facts = [hit.Source, hit.Channel.Text, hit.PublishedAt?.ToString("yyyy-MM-dd HH:mm"), hit.Id];
        output.WriteLine("   " + string.Join("  ", facts.Where(fact => !string.IsNullOrEmpty(fact)).Select(fact => Printable.Of(fact))));
        output.WriteLine("   " + Marked(hit.Snippet));
    }

    private string Marked(HighlightedText highlighted)
    {
        if (!isColored) return Printable.Of(highlighted.Text);
        var line = new StringBuilder();
        var end = 0;
        foreach (var span in highlighted.Highlights)
        {
            line.Append(Printable.Of(highlighted.Text.AsSpan(end, span.Start - end)));
            end = span.Start + span.Length;
            line.Append(StartMatch).Append(Printable.Of(highlighted.Text.AsSpan(span.Start, span.Length))).Append(EndMatch);
        }
        return line.Append(Printable.Of(highlighted.Text.AsSpan(end))).ToString();
    }
}
