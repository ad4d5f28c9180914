namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Integers that are multiples of one divisor above their minimum.</summary>
internal sealed class GcdValues(BlockPackedReader quotients, long minimum, long divisor) : LongValues
{
    public override long Get(int docId) => Get((long)docId);

    public override long Get(long index) => minimum + divisor * quotients.Get(index);
}
