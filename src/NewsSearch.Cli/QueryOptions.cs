using System.CommandLine;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace NewsSearch.Cli;

/// <summary>The parameters of a search as options of a command: text here, so that the API's own reading gives them their meaning.</summary>
internal sealed class QueryOptions
{
    private readonly Dictionary<string, Option<string[]>> _options = new()
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

    /// <summary>The words of the query.</summary>
    public Argument<string[]> Words { get; } = new("QUERY")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Words to search for; none means all articles. Put -- before a query that begins with a dash.",
    };

    public void AddTo(Command command)
    {
        foreach (var option in _options.Values) command.Options.Add(option);
    }

    /// <summary>What was given, by the names of the API.</summary>
    public QueryCollection Read(ParseResult parsed)
    {
        var values = _options.ToDictionary(option => option.Key, option => new StringValues(parsed.GetValue(option.Value)));
        values["q"] = string.Join(' ', parsed.GetValue(Words)!);
        return new QueryCollection(values);
    }
}
