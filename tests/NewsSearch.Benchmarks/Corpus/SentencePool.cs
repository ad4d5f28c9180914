namespace NewsSearch.Benchmarks.Corpus;

/// <summary>The sentences of many texts; each with its final punctuation and the line end after it, if there is one.</summary>
internal sealed class SentencePool
{
    private const int ChunkLength = 1 << 20;
    private const string Ends = "。！？；\n";
    private const string Closing = "”’」』）)\n";

    private readonly List<char[]> _chunks = [];

    // The number of the chunk above the lowest 20 bits, the place in it in these.
    private readonly List<int> _starts = [];
    private readonly List<short> _lengths = [];
    private int _used = ChunkLength;

    public int Count => _starts.Count;

    public ReadOnlySpan<char> this[int index] =>
        _chunks[_starts[index] / ChunkLength].AsSpan(_starts[index] % ChunkLength, _lengths[index]);

    /// <summary>Adds the sentences of a text.</summary>
    public void AddText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(Ends) is >= 0 and var at ? at + 1 : text.Length;
            while (end < text.Length && Closing.Contains(text[end])) end++;
            Add(text[..Math.Min(end, short.MaxValue)]);
            text = text[end..];
        }
    }

    private void Add(ReadOnlySpan<char> sentence)
    {
        if (sentence.IsWhiteSpace()) return;
        if (_used + sentence.Length > ChunkLength)
        {
            _chunks.Add(new char[ChunkLength]);
            _used = 0;
        }

        sentence.CopyTo(_chunks[^1].AsSpan(_used));
        _starts.Add((_chunks.Count - 1) * ChunkLength + _used);
        _lengths.Add((short)sentence.Length);
        _used += sentence.Length;
    }
}
