using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NewsSearch.Archive.Searching;
using NewsSearch.Web;

namespace NewsSearch.Cli;

/// <summary><c>newssearch search QUERY</c>: asks an index.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("QUERY")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Words to search for; none means all articles. Put -- before a query that begins with a dash.",
        };
        var index = IndexPlace.CreateOption();
        var json = new Option<bool>("--json") { Description = "Print the answer as the API does." };
        var command = new Command("search", "Search an index.") { words, index, json };
        var options = AddOptions(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var values = options.ToDictionary(option => option.Key, option => new StringValues(parsed.GetValue(option.Value)));
            values["q"] = string.Join(' ', parsed.GetValue(words)!);
            return RunAsync(new QueryCollection(values), parsed.GetValue(index) ?? IndexPlace.Default, parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    /// <summary>The parameters of the API as options: text here, so that the API's own reading gives them their meaning.</summary>
    private static Dictionary<string, Option<string[]>> AddOptions(Command command)
    {
        var options = new Dictionary<string, Option<string[]>>
        {
            ["source"] = new("--source") { HelpName = "NAME", Description = "Only articles of this source; repeat it for one of several." },
            ["channel"] = new("--channel") { HelpName = "PATH", Description = "Only articles in this channel or below, such as 新闻频道/国内新闻; repeat it for one of several." },
            ["from"] = new("--from") { HelpName = "DAY", Description = "First day of publication, yyyy-MM-dd or yyyy-MM." },
            ["to"] = new("--to") { HelpName = "DAY", Description = "Last day of publication, yyyy-MM-dd or yyyy-MM." },
            ["sort"] = new("--sort") { HelpName = "ORDER", Description = "relevance (default), newest or oldest." },
            ["size"] = new("--size") { HelpName = "N", Description = "Hits a page, 0 to 100; default 10." },
            ["freshness"] = new("--freshness") { HelpName = "true|false", Description = "Whether newer articles are raised a little; default true." },
            ["page"] = new("--page") { HelpName = "N", Description = "Which page, from 1." },
        };
        foreach (var option in options.Values) command.Options.Add(option);
        return options;
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
