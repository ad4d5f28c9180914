namespace NewsSearch.Lucene.Search.Patterns;

/// <summary>Tells which terms of a dictionary belong to a query. Serves one cursor at a time.</summary>
internal abstract class TermPattern
{
    /// <summary>All terms that match begin with these bytes.</summary>
    public abstract ReadOnlySpan<byte> Prefix { get; }

    /// <summary>Whether a term matches.</summary>
    /// <param name="term">Begins with <see cref="Prefix"/>.</param>
    /// <param name="deadLength">Where the term does not match: if not 0, no term that shares this many first bytes matches either.</param>
    public abstract bool Matches(ReadOnlySpan<byte> term, out int deadLength);
}
