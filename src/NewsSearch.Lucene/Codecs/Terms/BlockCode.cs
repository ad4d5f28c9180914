namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>What the index says of a block.</summary>
/// <param name="Offset">Where it begins in the .tim file.</param>
/// <param name="HasTerms">Whether it holds terms, not only blocks.</param>
internal readonly record struct BlockCode(long Offset, bool HasTerms)
{
    /// <summary>Finds in a code the block to look into: the first, or the floor block that begins at or before a byte.</summary>
    /// <param name="code">VLong offset and flags; of floor blocks: VInt count, and for each Byte, VLong distance and flag.</param>
    /// <param name="lead">The byte after the prefix; -1 if nothing comes after it.</param>
    /// <returns>False if the code is broken.</returns>
    public static bool TryParse(ReadOnlySpan<byte> code, int lead, out BlockCode block)
    {
        var at = 0;
        var first = ReadVLong(code, ref at);
        var offset = first >>> TermsFormat.FlagBits;
        block = new BlockCode(offset, (first & TermsFormat.TermsFlag) != 0);
        if (first < 0) return false;
        if ((first & TermsFormat.FloorFlag) == 0) return true;
        var count = ReadVLong(code, ref at);
        for (var i = 0L; i < count; i++)
        {
            if ((uint)at >= (uint)code.Length) return false;
            if (code[at++] > lead) return true;
            var floor = ReadVLong(code, ref at);
            if (floor < 0) return false;
            block = new BlockCode(offset + (floor >>> 1), (floor & 1) != 0);
        }

        return count >= 0;
    }

    private static long ReadVLong(ReadOnlySpan<byte> code, ref int at)
    {
        long value = 0;
        for (var shift = 0; shift < 63 && (uint)at < (uint)code.Length; shift += 7)
        {
            var b = code[at++];
            value |= (b & 0x7FL) << shift;
            if (b < 0x80) return value;
        }

        return -1;
    }
}
