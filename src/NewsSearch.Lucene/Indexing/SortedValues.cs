using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Indexing;

/// <summary>The step from values in order of appearance to values in order of their bytes.</summary>
internal static class SortedValues
{
    /// <summary>The values in the order of their bytes, and the place of each by its number in the hash.</summary>
    public static (IReadOnlyList<byte[]> Values, int[] OrdOfId) Of(BytesHash hash)
    {
        var values = new byte[hash.Count][];
        var ordOfId = new int[hash.Count];
        var ids = hash.SortedIds();
        for (var ord = 0; ord < ids.Length; ord++)
        {
            values[ord] = hash[ids[ord]].ToArray();
            ordOfId[ids[ord]] = ord;
        }

        return (values, ordOfId);
    }

    public static byte[] Checked(FieldInfo info, StoredValue value)
    {
        var bytes = value.AsBytes();
        return bytes.Length <= Field.MaxTermLength
            ? bytes
            : throw new ArgumentException($"Field {info.Name} has a value of {bytes.Length:N0} bytes; a sorted column takes at most {Field.MaxTermLength:N0}.");
    }
}
