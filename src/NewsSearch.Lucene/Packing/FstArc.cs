namespace NewsSearch.Lucene.Packing;

/// <summary>One arc as read; its outputs are still where they lie (see <see cref="FstReader.CopyOutput"/>).</summary>
internal struct FstArc
{
    public byte Flags;

    public byte Label;

    /// <summary>Address of the first byte of the output; the rest lies below.</summary>
    public int OutputAt;

    public int OutputLength;

    /// <summary>Address of the first byte of what is added to the output if the key ends here.</summary>
    public int FinalOutputAt;

    public int FinalOutputLength;

    /// <summary>Address of the node it leads to, or <see cref="FstFormat.NoNode"/>.</summary>
    public int Target;

    public readonly bool IsFinal => (Flags & FstFormat.FinalArc) != 0;

    public readonly bool IsLast => (Flags & FstFormat.LastArc) != 0;
}
