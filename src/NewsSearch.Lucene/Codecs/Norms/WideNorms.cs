using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Norms;

/// <summary>Norms out of a column of integers.</summary>
internal sealed class WideNorms(IndexInput data, LongValues values) : NumericDocValues
{
    public override long Get(int docId) => ToNorm(data, values.Get(docId));

    /// <summary>
    /// The norm that an integer stands for. Java Lucene keeps the byte as -128 to 127, Lucene.NET as 0 to 255; the byte is the same.
    /// </summary>
    public static sbyte ToNorm(IndexInput data, long value)
    {
        if (value is < sbyte.MinValue or > byte.MaxValue)
            CorruptIndexException.Throw(data.Name, -1, $"norm {value}", "a norm of one byte, -128 to 255");
        return (sbyte)value;
    }
}
