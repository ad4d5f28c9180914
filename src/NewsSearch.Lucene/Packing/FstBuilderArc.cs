namespace NewsSearch.Lucene.Packing;

/// <summary>An arc that is not written yet.</summary>
internal sealed class FstBuilderArc(byte label)
{
    public byte Label { get; } = label;

    /// <summary>Address of the node it leads to, once that is written; -1 for one without arcs.</summary>
    public int Target { get; set; }

    public bool IsFinal { get; set; }

    public byte[] Output { get; set; } = [];

    public byte[] FinalOutput { get; set; } = [];

    /// <summary>Writes bytes that are the same for two arcs just if the arcs are interchangeable.</summary>
    public void WriteKey(ByteBuilder key)
    {
        key.Clear();
        key.WriteByte(Label);
        key.WriteByte(IsFinal ? (byte)1 : (byte)0);
        key.WriteVInt(Target);
        key.WriteVInt(Output.Length);
        key.WriteBytes(Output);
        key.WriteBytes(FinalOutput);
    }
}
