using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsSearch.Archive.Explaining;
using NewsSearch.Archive.Searching;
using NewsSearch.Web;

namespace NewsSearch.Cli;

/// <summary><c>newssearch why ID-OR-URL QUERY</c>: why an article comes for a query, or why it does not.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var article = new Argument<string>("ID-OR-URL") { Description = "The article's id, or its address as its publisher gave it." };
        var index = IndexPlace.CreateOption();
        var json = new Option<bool>("--json") { Description = "Print the explanation as the API does." };
        var options = new QueryOptions();
        var command = new DetailedCommand("why", "Say why an article comes for a query, or why it does not.", """
            Prints the article's rank and what its score is the sum of, or the conditions that keep it out: words, quotes,
            exclusions, source, channel, date, title, nearness or the beginning of a word. Takes the options of search.
            """)
        {
            article,
            options.Words,
            index,
            json,
        };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(article)!, options.Read(parsed), parsed.GetValue(index) ?? IndexPlace.Default, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string article, QueryCollection values, string directory, bool isJson, CancellationToken cancellationToken)
    {
        var query = SearchParameters.Read(values);
        using var searcher = LocalNewsSearcher.Open(directory);
        if (await searcher.ExplainAsync(query, article, cancellationToken) is not { } explanation)
        {
            Console.Error.WriteLine($"newssearch: The index has no article of the id or address {Printable.Of(article)}; no search finds it.");
            return ExitCodes.Failed;
        }

        if (isJson) Console.Out.WriteLine(JsonSerializer.Serialize(explanation, NewsJson.Options));
        else Print(explanation, Console.Out);
        return ExitCodes.Success;
    }

    private static void Print(ArticleExplanation why, TextWriter output)
    {
        output.WriteLine($"{Printable.Of(why.Title)}  {Printable.Of(why.Id)}");
        output.WriteLine(Printable.Of(why.Message));
        output.WriteLine($"query: {Printable.Of(why.Reading.Text)}");
        output.WriteLine($"units: {Printable.Of(string.Join(", ", why.Reading.Units.Select(Describe)))}");
        foreach (var note in why.Reading.Notes) output.WriteLine($"note: {Printable.Of(note.Message)}");
        if (why.Conditions.Count > 0) output.WriteLine("\nconditions");
        foreach (var condition in why.Conditions) output.WriteLine($"  {(condition.IsMet ? "yes" : "no ")}  {Printable.Of(condition.Message)}");
        if (why.Parts.Count == 0) return;
        output.WriteLine(FormattableString.Invariant($"\nscore {why.Score:0.000}"));
        foreach (var part in why.Parts) output.WriteLine(FormattableString.Invariant($"  {part.Score,9:0.000}  {Printable.Of(part.Message)}"));
    }

    private static string Describe(Archive.ReadUnit unit) =>
        unit.Equivalents.Count == 0 ? unit.Text : $"{unit.Text} (or {string.Join(", ", unit.Equivalents)})";
}
