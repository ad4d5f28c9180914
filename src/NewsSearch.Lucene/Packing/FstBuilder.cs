namespace NewsSearch.Lucene.Packing;

/// <summary>
/// Builds a transducer from keys in ascending order. Outputs move towards the root as far as keys share them, and
/// equal tails of one arc per node are stored once, which makes the bytes those that Lucene writes.
/// </summary>
/// <remarks>
/// Incremental construction of acyclic automata from sorted input: Mihov and Maurel, Direct Construction of Minimal
/// Acyclic Subsequential Transducers, 2001. Bytes: see <see cref="FstFormat"/>.
/// </remarks>
internal sealed class FstBuilder
{
    private const int StopNode = -1;

    private readonly List<FstBuilderNode> _frontier = [new()];
    private readonly ByteBuilder _bytes = new();
    private readonly ByteBuilder _tailKey = new();
    private readonly Dictionary<byte[], int> _tails = new(new ByteSequenceComparer());
    private byte[] _last = [];
    private bool _hasKeys;
    private int _lastFrozen;

    public FstBuilder() => _bytes.WriteByte(0 /* padding: no node has address 0 */);

    /// <summary>The output of the empty key, or null if it is none of the keys.</summary>
    public byte[]? EmptyOutput { get; private set; }

    /// <summary>Address of the root, or <see cref="FstFormat.NoNode"/> if only the empty key was added; set by <see cref="Finish"/>.</summary>
    public int StartNode { get; private set; }

    public long NodeCount { get; private set; }

    public long ArcCount { get; private set; }

    public long ArcWithOutputCount { get; private set; }

    /// <summary>The automaton; complete after <see cref="Finish"/>.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.Written;

    /// <exception cref="ArgumentException">The key is not greater than the one before.</exception>
    public void Add(ReadOnlySpan<byte> key, byte[] output)
    {
        if (_hasKeys && key.SequenceCompareTo(_last) <= 0)
            throw new ArgumentException($"The key {Convert.ToHexString(key)} does not come after {Convert.ToHexString(_last)}.", nameof(key));
        _hasKeys = true;
        if (key.IsEmpty)
        {
            EmptyOutput = output;
            return;
        }

        var shared = key.CommonPrefixLength(_last);
        FreezeBelow(shared);
        for (var depth = shared; depth < key.Length; depth++)
        {
            if (_frontier.Count == depth + 1) _frontier.Add(new FstBuilderNode());
            _frontier[depth].AddArc(key[depth]);
        }

        _frontier[key.Length].IsFinal = true;
        _frontier[shared].LastArc.Output = PushOutputs(shared, output);
        _last = key.ToArray();
    }

    /// <summary>Writes the nodes that are still open.</summary>
    public void Finish()
    {
        FreezeBelow(0);
        StartNode = _frontier[0].ArcCount == 0 ? FstFormat.NoNode : Freeze(_frontier[0], 0);
    }

    /// <summary>Splits the outputs on the shared path so that only what the new output shares stays there.</summary>
    /// <returns>What is left of the new output.</returns>
    private byte[] PushOutputs(int shared, byte[] output)
    {
        for (var depth = 0; depth < shared; depth++)
        {
            var arc = _frontier[depth].LastArc;
            var common = arc.Output.AsSpan().CommonPrefixLength(output);
            if (common < arc.Output.Length) _frontier[depth + 1].PrependOutput(arc.Output[common..]);
            arc.Output = arc.Output[..common];
            output = output[common..];
        }

        return output;
    }

    private void FreezeBelow(int depth)
    {
        for (var at = _last.Length; at > depth; at--)
        {
            var node = _frontier[at];
            var arc = _frontier[at - 1].LastArc;
            arc.FinalOutput = node.FinalOutput;
            arc.IsFinal = node.IsFinal;
            arc.Target = Freeze(node, at);
            node.Clear();
        }
    }

    private int Freeze(FstBuilderNode node, int depth) => node.ArcCount switch
    {
        0 => StopNode,
        1 => FreezeTail(node),
        _ => Write(node, depth),
    };

    private int FreezeTail(FstBuilderNode node)
    {
        node[0].WriteKey(_tailKey);
        var tails = _tails.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!tails.TryGetValue(_tailKey.Written, out var address))
        {
            address = Write(node, int.MaxValue);
            tails[_tailKey.Written] = address;
        }

        return address;
    }

    private int Write(FstBuilderNode node, int depth)
    {
        var start = _bytes.Length;
        var isArray = node.ArcCount >= FstFormat.ArrayArcsWhenDeep
            || depth <= FstFormat.ShallowDepth && node.ArcCount >= FstFormat.ArrayArcsWhenShallow;
        Span<int> lengths = stackalloc int[node.ArcCount];
        for (var i = 0; i < node.ArcCount; i++)
        {
            var before = _bytes.Length;
            WriteArc(node[i], isLast: i == node.ArcCount - 1, mayBeNext: !isArray);
            lengths[i] = _bytes.Length - before;
        }

        if (isArray) SpreadArcs(start, lengths);
        _bytes.Written[start..].Reverse();
        NodeCount++;
        ArcCount += node.ArcCount;
        _lastFrozen = _bytes.Length - 1;
        return _lastFrozen;
    }

    private void WriteArc(FstBuilderArc arc, bool isLast, bool mayBeNext)
    {
        var isNext = mayBeNext && arc.Target == _lastFrozen;
        var flags = (isLast ? FstFormat.LastArc : 0)
            | (isNext ? FstFormat.TargetNext : 0)
            | (arc.IsFinal ? FstFormat.FinalArc : 0)
            | (arc.FinalOutput.Length > 0 ? FstFormat.HasFinalOutput : 0)
            | (arc.Target == StopNode ? FstFormat.StopNode : 0)
            | (arc.Output.Length > 0 ? FstFormat.HasOutput : 0);
        _bytes.WriteByte((byte)flags);
        _bytes.WriteByte(arc.Label);
        WriteOutput(arc.Output);
        WriteOutput(arc.FinalOutput);
        if (arc.Output.Length > 0) ArcWithOutputCount++;
        if (arc.Target != StopNode && !isNext) _bytes.WriteVLong(arc.Target);
    }

    private void WriteOutput(byte[] output)
    {
        if (output.Length == 0) return;
        _bytes.WriteVInt(output.Length);
        _bytes.WriteBytes(output);
    }

    /// <summary>
    /// Turns arcs one after the other into an array. They move in place, last one first, and what the gaps held stays
    /// in them: Lucene does it so, and the bytes are to be the same.
    /// </summary>
    private void SpreadArcs(int start, ReadOnlySpan<int> lengths)
    {
        var longest = 0;
        foreach (var length in lengths) longest = Math.Max(longest, length);
        var header = new ByteBuilder();
        header.WriteByte(FstFormat.ArcsAsFixedArray);
        header.WriteVInt(lengths.Length);
        header.WriteVInt(longest);
        var from = _bytes.Length;
        var to = start + header.Length + lengths.Length * longest;
        _bytes.Extend(to - from);
        var bytes = _bytes.Written;
        for (var i = lengths.Length - 1; i >= 0; i--)
        {
            to -= longest;
            from -= lengths[i];
            bytes.Slice(from, lengths[i]).CopyTo(bytes[to..]);
        }

        header.Written.CopyTo(bytes[start..]);
    }
}
