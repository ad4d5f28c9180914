namespace NewsSearch.Lucene.Search.Queries;

/// <summary>What a clause of a <see cref="BooleanQuery"/> asks of documents.</summary>
public enum Occur
{
    /// <summary>It has to match, and its score is added.</summary>
    Must,

    /// <summary>Its score is added where it matches. If no clause has to match, at least one of these does.</summary>
    Should,

    /// <summary>It must not match.</summary>
    MustNot,

    /// <summary>It has to match and has no score.</summary>
    Filter,
}
