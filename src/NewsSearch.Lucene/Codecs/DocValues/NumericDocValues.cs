namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>A column of integers. Thread-safe.</summary>
internal abstract class NumericDocValues
{
    /// <summary>The document's value; 0 where it has none.</summary>
    public abstract long Get(int docId);
}
