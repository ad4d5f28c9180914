using NewsSearch.Lucene.Codecs.FieldInfos;

namespace NewsSearch.Lucene.Codecs.TermVectors;

/// <summary>
/// A cursor over the terms of one field of one document in the order of their bytes. It begins before the first term and
/// belongs to one thread.
/// </summary>
/// <param name="field">The field.</param>
/// <param name="content">The terms, each as what it shares with the one before and what it adds.</param>
internal sealed class TermVector(FieldInfo field, VectorContent content)
{
    private byte[] _term = [];
    private int _termLength;
    private int _at = -1;
    private int _suffixAt;
    private int _occurrencesAt;

    public FieldInfo Field { get; } = field;

    /// <summary>Number of distinct terms.</summary>
    public int Count => content.Freqs.Length;

    public bool HasPositions => content.Positions is not null;

    public bool HasOffsets => content.StartOffsets is not null;

    /// <summary>The current term; valid until the cursor moves.</summary>
    public ReadOnlySpan<byte> Term => _term.AsSpan(0, _termLength);

    /// <summary>How often the document holds the current term.</summary>
    public int Freq => content.Freqs[_at];

    /// <summary>Positions of the current term in the order in which they were added; empty where none are kept.</summary>
    public ReadOnlySpan<int> Positions => Occurrences(content.Positions);

    /// <summary>Where the occurrences begin, in UTF-16 units; empty where offsets are not kept.</summary>
    public ReadOnlySpan<int> StartOffsets => Occurrences(content.StartOffsets);

    /// <summary>Where the occurrences end (exclusive); empty where offsets are not kept.</summary>
    public ReadOnlySpan<int> EndOffsets => Occurrences(content.EndOffsets);

    /// <summary>Moves to the next term, if there is one.</summary>
    public bool MoveNext()
    {
        if (_at == Count - 1) return false;
        if (_at >= 0) _occurrencesAt += Freq;
        _at++;
        var prefix = content.PrefixLengths[_at];
        var suffix = content.Suffixes.AsSpan(_suffixAt, content.SuffixLengths[_at]);
        _suffixAt += suffix.Length;
        _termLength = prefix + suffix.Length;
        if (_term.Length < _termLength) Array.Resize(ref _term, Math.Max(_termLength, 2 * _term.Length));
        suffix.CopyTo(_term.AsSpan(prefix));
        return true;
    }

    private ReadOnlySpan<int> Occurrences(int[]? values) => values is null ? [] : values.AsSpan(_occurrencesAt, Freq);
}
