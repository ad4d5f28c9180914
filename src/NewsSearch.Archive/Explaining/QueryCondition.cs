using NewsSearch.Archive.Querying;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Explaining;

/// <summary>A condition that every article has to meet before a query is loosened.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Text">What it is about, for the reader.</param>
/// <param name="Query">The articles that meet it, as the engine is asked for them.</param>
internal sealed record QueryCondition(ConditionKind Kind, string Text, Query Query)
{
    /// <summary>The part of the reader's query that asks for it; null for a unit or a filter beside the text.</summary>
    public QueryNode? Node { get; init; }

    /// <summary>For a text that is asked for in the title: the articles that have it anywhere. Otherwise null.</summary>
    public Query? Anywhere { get; init; }

    /// <summary>Whether it is given up where too few articles meet it.</summary>
    public bool CanBeLoosened { get; init; }
}
