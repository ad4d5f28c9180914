namespace NewsSearch.Lucene.Analysis;

/// <summary>Makes the token streams of fields. Thread-safe; the streams that it makes are not.</summary>
public abstract class Analyzer
{
    /// <summary>Makes a stream for texts of the field; the caller keeps it and resets it per text.</summary>
    public abstract TokenStream CreateStream(string field);

    /// <summary>Positions left free between two values of the same field in one document.</summary>
    public virtual int PositionIncrementGap(string field) => 0;

    /// <summary>Offset units between two values of the same field in one document; Lucene's default is 1.</summary>
    public virtual int OffsetGap(string field) => 1;
}
