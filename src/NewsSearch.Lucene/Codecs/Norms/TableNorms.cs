using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Norms;

/// <summary>Norms out of a small table, each stored as its index there.</summary>
/// <param name="data">The file.</param>
/// <param name="offset">Where the packed indexes begin.</param>
/// <param name="length">Their bytes.</param>
/// <param name="format">How they are packed.</param>
/// <param name="bitsPerValue">1 to 32.</param>
/// <param name="table">The distinct norms.</param>
internal sealed class TableNorms(IndexInput data, long offset, int length, PackedFormat format, int bitsPerValue, sbyte[] table) : NumericDocValues
{
    public override long Get(int docId)
    {
        var place = format == PackedFormat.Packed
            ? PackedInput.Get(data, offset, docId, bitsPerValue)
            : PackedSingleBlock.Get(data.Span(offset, length), docId, bitsPerValue);
        if (place >= (ulong)table.Length)
            CorruptIndexException.Throw(data.Name, offset, $"index {place} of the norm of document {docId}", $"an index into a table of {table.Length}");
        return table[place];
    }
}
