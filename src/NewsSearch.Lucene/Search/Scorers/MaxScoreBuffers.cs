namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The working memory of a <see cref="MaxScoreDisjunction"/>, some 400 KB. Each thread keeps one for its next search.</summary>
internal sealed class MaxScoreBuffers
{
    /// <summary>Documents of a window: many, for every term costs something in each window, but few enough for the processor's cache.</summary>
    public const int WindowSize = 1 << 15;

    private const int BatchSize = 128;

    [ThreadStatic]
    private static MaxScoreBuffers? s_kept;

    private MaxScoreBuffers()
    {
    }

    /// <summary>The score of each document of the window so far; all 0 between windows.</summary>
    public double[] Sums { get; } = new double[WindowSize];

    /// <summary>The documents of the window that may still be competitive.</summary>
    public int[] Candidates { get; } = new int[WindowSize];

    /// <summary>Documents that a term just gave; of any content.</summary>
    public int[] DocIds { get; } = new int[BatchSize];

    /// <summary>Their scores; of any content.</summary>
    public float[] Scores { get; } = new float[BatchSize];

    /// <summary>Where they stood before; of any content.</summary>
    public byte[] Places { get; } = new byte[BatchSize];

    /// <summary>Those of an earlier search of this thread, if nobody has them.</summary>
    public static MaxScoreBuffers Rent()
    {
        var buffers = s_kept ?? new MaxScoreBuffers();
        s_kept = null;
        return buffers;
    }

    /// <summary>Gives them to the next search of this thread. The sums must be 0.</summary>
    public void Return() => s_kept = this;
}
