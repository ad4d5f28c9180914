namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// The working memory of a <see cref="DisjunctionWindow"/>, some 23 KB. Each thread keeps a few for its next searches: an index of many segments
/// would allocate as many for one query.
/// </summary>
internal sealed class DisjunctionBuffers
{
    /// <summary>Documents of a window.</summary>
    public const int WindowSize = 2048;

    private const int BatchSize = 128;

    // Disjunctions inside disjunctions need several at once.
    private const int MaxKept = 8;

    [ThreadStatic]
    private static Stack<DisjunctionBuffers>? s_kept;

    private DisjunctionBuffers()
    {
    }

    /// <summary>The score of each document of the window so far; all 0 between windows.</summary>
    public double[] Sums { get; } = new double[WindowSize];

    /// <summary>How many scorers matched each; all 0 between windows.</summary>
    public ushort[] MatchCounts { get; } = new ushort[WindowSize];

    /// <summary>A bit for each document that any matched; all 0 between windows.</summary>
    public ulong[] Matched { get; } = new ulong[WindowSize / 64];

    /// <summary>Documents that a scorer just gave; of any content.</summary>
    public int[] DocIds { get; } = new int[BatchSize];

    /// <summary>Their scores; of any content.</summary>
    public float[] Scores { get; } = new float[BatchSize];

    /// <summary>Buffers for one window, those of an earlier one of this thread if there are any.</summary>
    public static DisjunctionBuffers Rent() => s_kept is { Count: > 0 } kept ? kept.Pop() : new DisjunctionBuffers();

    /// <summary>Gives them to the next window of this thread. All that is 0 between windows must be.</summary>
    public void Return()
    {
        s_kept ??= new Stack<DisjunctionBuffers>();
        if (s_kept.Count < MaxKept) s_kept.Push(this);
    }
}
