using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Querying;

/// <summary>A query as it is put to the engine, at one step of loosening.</summary>
/// <param name="Query">What is searched.</param>
/// <param name="Least">How many of the units an article has to have.</param>
/// <param name="Of">How many units there are.</param>
/// <param name="DroppedSingles">Single characters that are no longer asked for.</param>
internal sealed record QueryAttempt(Query Query, int Least, int Of, IReadOnlyList<string> DroppedSingles)
{
    /// <summary>More than the scores of all units together can be.</summary>
    private const float Lead = 1_000;

    /// <summary>The same articles, those of another attempt in front.</summary>
    public QueryAttempt Behind(QueryAttempt other) => this with
    {
        Query = new BooleanQuery(
            BooleanClause.Must(Query),
            BooleanClause.Should(new BoostQuery(new ConstantScoreQuery(other.Query), Lead))),
    };
}
