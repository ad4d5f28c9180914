namespace NewsSearch.Lucene.Search.Queries;

/// <summary>A part of a <see cref="BooleanQuery"/>.</summary>
public readonly record struct BooleanClause(Occur Occur, Query Query)
{
    public static BooleanClause Must(Query query) => new(Occur.Must, query);

    public static BooleanClause Should(Query query) => new(Occur.Should, query);

    public static BooleanClause MustNot(Query query) => new(Occur.MustNot, query);

    public static BooleanClause Filter(Query query) => new(Occur.Filter, query);

    public override string ToString() => Occur switch
    {
        Occur.Must => $"+{Query}",
        Occur.MustNot => $"-{Query}",
        Occur.Filter => $"#{Query}",
        _ => Query.ToString(),
    };
}
