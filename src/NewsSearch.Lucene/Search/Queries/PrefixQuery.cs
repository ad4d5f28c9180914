using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// The documents that hold any term which begins with the text of <paramref name="Prefix"/>, each with the boost as its score (Lucene's
/// constant score rewrite). Time grows with the postings of all these terms; their number is not limited. An empty prefix is
/// every document that has the field.
/// </summary>
public sealed record PrefixQuery(Term Prefix) : Query
{
    public PrefixQuery(string field, string prefix)
        : this(new Term(field, prefix))
    {
    }

    public override string ToString() => $"{Prefix}*";

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) => new PrefixWeight(context, Prefix, ToString(), boost);
}
