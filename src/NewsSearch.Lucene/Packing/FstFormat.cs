namespace NewsSearch.Lucene.Packing;

/// <summary>
/// The bits of a finite-state transducer as Lucene stores it: an automaton over the bytes of sorted keys whose arcs
/// carry pieces of the keys' outputs.
/// </summary>
/// <remarks>
/// <para>
/// Every node is written forwards and then turned round, so that it is read from its address downwards. A node is a
/// list of arcs, or <see cref="ArcsAsFixedArray"/>, VInt arc count, VInt bytes per arc and the arcs, each padded to
/// that length. An arc: flags, label, output, final output, VLong target; an output: VInt length, bytes. Byte 0 is
/// padding, so that no node has address 0.
/// </para>
/// <para>Source: Lucene 4.8, org.apache.lucene.util.fst.FST, format version 4, not packed, input type BYTE1.</para>
/// </remarks>
internal static class FstFormat
{
    /// <summary>A key ends with this arc.</summary>
    public const byte FinalArc = 1 << 0;

    /// <summary>The last arc of its node.</summary>
    public const byte LastArc = 1 << 1;

    /// <summary>The target is the node that follows this one (in reading order); no address is stored.</summary>
    public const byte TargetNext = 1 << 2;

    /// <summary>The target has no arcs; no address is stored.</summary>
    public const byte StopNode = 1 << 3;

    public const byte HasOutput = 1 << 4;

    public const byte HasFinalOutput = 1 << 5;

    /// <summary>In place of the first arc's flags: the arcs have one length and can be searched by halving.</summary>
    public const byte ArcsAsFixedArray = HasFinalOutput;

    /// <summary>The address that stands for a node without arcs.</summary>
    public const int NoNode = 0;

    /// <summary>A node up to this depth becomes an array from <see cref="ArrayArcsWhenShallow"/> arcs on.</summary>
    public const int ShallowDepth = 3;

    public const int ArrayArcsWhenShallow = 5;

    /// <summary>Any node becomes an array from this many arcs on.</summary>
    public const int ArrayArcsWhenDeep = 10;
}
