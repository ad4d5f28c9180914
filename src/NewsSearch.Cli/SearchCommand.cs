using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsSearch.Archive.Searching;
using NewsSearch.Web;

namespace NewsSearch.Cli;

/// <summary><c>newssearch search QUERY</c>: asks an index.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var index = IndexPlace.CreateOption();
        var json = new Option<bool>("--json") { Description = "Print the answer as the API does." };
        var options = new QueryOptions();
        var command = new Command("search", "Search an index.") { options.Words, index, json };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(options.Read(parsed), parsed.GetValue(index) ?? IndexPlace.Default, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(QueryCollection values, string directory, bool isJson, CancellationToken cancellationToken)
    {
        var query = SearchParameters.Read(values);
        using var searcher = LocalNewsSearcher.Open(directory);
        var result = await searcher.SearchAsync(query, cancellationToken);
        if (isJson) Console.Out.WriteLine(JsonSerializer.Serialize(result, NewsJson.Options));
        else new ResultPrinter(Console.Out, isColored: !Console.IsOutputRedirected).Print(result);
        return ExitCodes.Success;
    }
}
