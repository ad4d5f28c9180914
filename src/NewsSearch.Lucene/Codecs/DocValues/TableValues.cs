using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Integers out of a small table, each stored as its index there.</summary>
internal sealed class TableValues : LongValues
{
    private readonly IndexInput _data;
    private readonly long _offset;
    private readonly long[] _table;
    private readonly int _bitsPerValue;

    /// <param name="data">The file.</param>
    /// <param name="offset">Where the packed indexes begin.</param>
    /// <param name="end">They end at or before this.</param>
    /// <param name="count">Number of integers.</param>
    /// <param name="table">The distinct values.</param>
    public TableValues(IndexInput data, long offset, long end, long count, long[] table)
    {
        _data = data;
        _offset = offset;
        _table = table;
        _bitsPerValue = PackedBits.BitsRequired((ulong)(table.Length - 1));
        PackedBlocks.SkipRun(data, offset, end, count, _bitsPerValue);
    }

    public override long Get(int docId) => Get((long)docId);

    public override long Get(long index)
    {
        var place = PackedInput.Get(_data, _offset, index, _bitsPerValue);
        if (place >= (ulong)_table.Length)
            CorruptIndexException.Throw(_data.Name, _offset, $"index {place} of value {index}", $"an index into a table of {_table.Length}");
        return _table[place];
    }
}
