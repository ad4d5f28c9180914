namespace NewsSearch.Lucene.Indexing;

/// <summary>The occurrences of a term in one document, kept until their number is known.</summary>
internal sealed class OccurrenceList
{
    private Occurrence[] _items = new Occurrence[16];

    public int Count { get; private set; }

    public ReadOnlySpan<Occurrence> Items => _items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int position, int startOffset, int endOffset)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        _items[Count++] = new Occurrence(position, startOffset, endOffset);
    }

    internal readonly record struct Occurrence(int Position, int StartOffset, int EndOffset);
}
