using System.Text;

namespace NewsSearch.Lucene.Tests.Codecs.Terms;

/// <summary>Terms and postings by chance, always the same for the same seed.</summary>
internal sealed class RandomTerms(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Postings of so many documents below <paramref name="docCount"/>.</summary>
    public ModelPosting[] Postings(int count, int docCount, int maxFreq = 5)
    {
        var docIds = new SortedSet<int>();
        if (count * 2L > docCount) docIds.UnionWith(Enumerable.Range(0, docCount).OrderBy(_ => _random.Next()).Take(count));
        while (docIds.Count < count) docIds.Add(_random.Next(docCount));
        return [.. docIds.Select(docId => new ModelPosting(docId, Occurrences(1 + _random.Next(maxFreq))))];
    }

    public Occurrence[] Occurrences(int count)
    {
        var occurrences = new Occurrence[count];
        var position = _random.Next(8) == 0 ? _random.Next(100_000) : _random.Next(20);
        var start = _random.Next(30);
        for (var i = 0; i < count; i++)
        {
            occurrences[i] = new Occurrence(position, start, start + _random.Next(_random.Next(10) == 0 ? 500 : 4));
            position += _random.Next(10);
            start += _random.Next(20);
        }

        return occurrences;
    }

    /// <summary>Different terms in the order of their bytes, many of which share prefixes.</summary>
    public List<byte[]> Words(int count, int alphabet, int maxLength)
    {
        var words = new SortedSet<byte[]>(Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)));
        while (words.Count < count) words.Add(Word(alphabet, maxLength));
        return [.. words];
    }

    public byte[] Word(int alphabet, int maxLength)
    {
        var word = new byte[_random.Next(maxLength + 1)];
        for (var i = 0; i < word.Length; i++) word[i] = (byte)(alphabet == 256 ? _random.Next(256) : 'a' + _random.Next(alphabet));
        return word;
    }

    /// <summary>One document for each of the terms.</summary>
    public IEnumerable<ModelTerm> InOneDocumentEach(IEnumerable<byte[]> words, int docCount) =>
        words.Select(word => new ModelTerm(word, Postings(1, docCount, 2)));

    public static ModelTerm Term(string text, params ModelPosting[] postings) => new(Encoding.UTF8.GetBytes(text), postings);
}
