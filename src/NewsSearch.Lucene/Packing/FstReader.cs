namespace NewsSearch.Lucene.Packing;

/// <summary>
/// Follows the arcs of a transducer over the bytes where they lie. Bytes of any content end in an answer: every step
/// of a search moves downwards, and nothing calls itself.
/// </summary>
/// <remarks>Source: see <see cref="FstFormat"/>.</remarks>
internal readonly ref struct FstReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Finds the arc of a node that has this label.</summary>
    /// <param name="node">Address of the node; <see cref="FstFormat.NoNode"/> has no arcs.</param>
    /// <param name="arc">Set when it was found, undefined otherwise.</param>
    public FstLookup Find(int node, byte label, ref FstArc arc)
    {
        if (node == FstFormat.NoNode) return FstLookup.None;
        var cursor = new FstCursor(_bytes, node);
        if (cursor.ReadByte() == FstFormat.ArcsAsFixedArray) return FindInArray(ref cursor, label, ref arc);
        cursor.Position = node;
        return FindInList(ref cursor, label, ref arc);
    }

    /// <summary>Copies an output, which lies back to front, to the start of the destination.</summary>
    public void CopyOutput(int at, int length, Span<byte> destination)
    {
        _bytes.Slice(at - length + 1, length).CopyTo(destination);
        destination[..length].Reverse();
    }

    private static FstLookup FindInList(ref FstCursor cursor, byte label, ref FstArc arc)
    {
        while (true)
        {
            var hasNextTarget = ReadArc(ref cursor, ref arc);
            if (cursor.IsBroken) return FstLookup.Broken;
            if (arc.Label == label)
            {
                if (hasNextTarget) arc.Target = EndOfList(ref cursor, arc.IsLast);
                return cursor.IsBroken ? FstLookup.Broken : FstLookup.Found;
            }

            if (arc.Label > label || arc.IsLast) return FstLookup.None;
        }
    }

    private static FstLookup FindInArray(ref FstCursor cursor, byte label, ref FstArc arc)
    {
        var count = cursor.ReadNumber();
        var bytesPerArc = cursor.ReadNumber();
        var first = cursor.Position;
        if (cursor.IsBroken || count > 256 || (long)count * bytesPerArc > first + 1L) return FstLookup.Broken;
        var low = 0;
        var high = count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            cursor.Position = first - middle * bytesPerArc - 1 /* flags */;
            var found = cursor.ReadByte();
            if (found == label) return ReadArrayArc(ref cursor, first, middle, count, bytesPerArc, ref arc);
            if (found < label) low = middle + 1;
            else high = middle - 1;
        }

        return cursor.IsBroken ? FstLookup.Broken : FstLookup.None;
    }

    private static FstLookup ReadArrayArc(ref FstCursor cursor, int first, int index, int count, int bytesPerArc, ref FstArc arc)
    {
        cursor.Position = first - index * bytesPerArc;
        if (ReadArc(ref cursor, ref arc)) arc.Target = first - count * bytesPerArc;
        return cursor.IsBroken || arc.Target < 0 ? FstLookup.Broken : FstLookup.Found;
    }

    /// <summary>Reads an arc; returns whether its target is the node that follows, which the arc itself doesn't tell.</summary>
    private static bool ReadArc(ref FstCursor cursor, ref FstArc arc)
    {
        arc.Flags = cursor.ReadByte();
        arc.Label = cursor.ReadByte();
        arc.OutputLength = 0;
        arc.FinalOutputLength = 0;
        arc.Target = FstFormat.NoNode;
        if ((arc.Flags & FstFormat.HasOutput) != 0) ReadOutput(ref cursor, out arc.OutputAt, out arc.OutputLength);
        if ((arc.Flags & FstFormat.HasFinalOutput) != 0) ReadOutput(ref cursor, out arc.FinalOutputAt, out arc.FinalOutputLength);
        if ((arc.Flags & FstFormat.StopNode) != 0) return false;
        if ((arc.Flags & FstFormat.TargetNext) != 0) return true;
        arc.Target = cursor.ReadNumber();
        return false;
    }

    private static void ReadOutput(ref FstCursor cursor, out int at, out int length)
    {
        length = cursor.ReadNumber();
        at = cursor.Position;
        cursor.Skip(length);
    }

    /// <summary>Goes past the remaining arcs of a list; the node that follows begins there.</summary>
    private static int EndOfList(ref FstCursor cursor, bool isLast)
    {
        var arc = default(FstArc);
        while (!isLast && !cursor.IsBroken)
        {
            ReadArc(ref cursor, ref arc);
            isLast = arc.IsLast;
        }

        if (cursor.Position < 0) cursor.IsBroken = true;
        return cursor.Position;
    }
}
