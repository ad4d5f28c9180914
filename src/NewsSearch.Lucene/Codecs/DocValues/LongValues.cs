namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Integers by index, as many as a file holds: one a document, or more. Thread-safe.</summary>
/// <remarks>
/// An index outside the run is an error of the caller: it fails, or returns some number, but reads nothing outside the file.
/// </remarks>
internal abstract class LongValues : NumericDocValues
{
    public abstract long Get(long index);
}
