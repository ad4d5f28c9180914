using System.Text;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search;

/// <summary>Looks up many terms of a field at once.</summary>
internal static class TermFreqLookup
{
    /// <summary>Documents that hold each of the terms, deleted ones included; in the order of the terms.</summary>
    public static int[] DocFreqs(DirectoryReader reader, string field, string[] terms)
    {
        byte[][] keys = Array.ConvertAll(terms, Encoding.UTF8.GetBytes);
        int[] places = [.. Enumerable.Range(0, terms.Length)];

        // In the order of the dictionary one cursor per segment goes forward through it, block by block.
        Array.Sort(keys, places, Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)));
        var docFreqs = new int[terms.Length];
        foreach (var segment in reader.Segments)
        {
            var dictionary = segment.Terms(field)?.Iterator();
            if (dictionary is null) continue;
            for (var i = 0; i < keys.Length; i++)
                if (dictionary.SeekExact(keys[i])) docFreqs[places[i]] += dictionary.DocFreq;
        }

        return docFreqs;
    }
}
