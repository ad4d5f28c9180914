namespace NewsSearch.Lucene.Packing;

/// <summary>A node that may still get arcs: one on the path of the key added last.</summary>
internal sealed class FstBuilderNode
{
    private readonly List<FstBuilderArc> _arcs = [];

    public int ArcCount => _arcs.Count;

    public FstBuilderArc this[int index] => _arcs[index];

    public FstBuilderArc LastArc => _arcs[^1];

    /// <summary>Whether a key ends here.</summary>
    public bool IsFinal { get; set; }

    /// <summary>What the key that ends here has left of its output.</summary>
    public byte[] FinalOutput { get; private set; } = [];

    public void AddArc(byte label) => _arcs.Add(new FstBuilderArc(label));

    /// <summary>Puts what the arc to this node has lost in front of everything that leaves it.</summary>
    public void PrependOutput(byte[] prefix)
    {
        foreach (var arc in _arcs) arc.Output = [.. prefix, .. arc.Output];
        if (IsFinal) FinalOutput = [.. prefix, .. FinalOutput];
    }

    public void Clear()
    {
        _arcs.Clear();
        IsFinal = false;
        FinalOutput = [];
    }
}
