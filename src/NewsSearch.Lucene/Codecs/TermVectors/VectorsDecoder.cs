using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.TermVectors;

/// <summary>
/// Reads the numbers of a chunk in the order in which they stand, keeps those of the wanted document, and takes its terms
/// out of the compressed bytes at the end. Memory is that of the one document.
/// </summary>
internal sealed class VectorsDecoder(IndexInput input, VectorsChunk chunk)
{
    private const int MaxTermLength = 32766; // no term of Lucene is longer

    private readonly BlockPackedCursor _numbers = new(input);
    private readonly VectorContent[] _wanted = [.. Enumerable.Range(chunk.FirstField, chunk.WantedCount).Select(field => new VectorContent(chunk.TermsOf(field)))];
    private readonly long[] _occurrences = new long[chunk.FieldCount];

    /// <summary>Bytes, decompressed, that stand before those of the wanted document.</summary>
    private long _bytesBefore;

    public TermVector[] Decode()
    {
        ReadTermLengths();
        ReadFreqs();
        ReadPositionsAndOffsets();
        ReadPayloadLengths();
        ReadSuffixes();
        return [.. _wanted.Select((content, i) => new TermVector(chunk.Field(chunk.FirstField + i), content))];
    }

    private void ReadTermLengths()
    {
        _numbers.Start(chunk.TermCount, "terms");
        for (var field = 0; field < chunk.FieldCount; field++)
        {
            if (!chunk.IsWanted(field)) _numbers.Skip(chunk.TermsOf(field));
            else foreach (ref var length in Wanted(field).PrefixLengths.AsSpan()) length = _numbers.NextCount("bytes shared with the term before", MaxTermLength);
        }

        _numbers.Start(chunk.TermCount, "terms");
        for (var field = 0; field < chunk.FieldCount; field++)
        {
            if (chunk.IsWanted(field)) ReadSuffixLengths(Wanted(field));
            else if (field >= chunk.FirstField) _numbers.Skip(chunk.TermsOf(field));
            else for (var term = 0; term < chunk.TermsOf(field); term++) _bytesBefore += _numbers.NextCount("bytes of a term", MaxTermLength);
        }
    }

    private void ReadSuffixLengths(VectorContent content)
    {
        var before = 0;
        for (var term = 0; term < content.SuffixLengths.Length; term++)
        {
            var shared = content.PrefixLengths[term];
            if (shared > before) input.Corrupt($"a term that shares {shared} bytes with the one before", $"at most {before}");
            content.SuffixLengths[term] = _numbers.NextCount("bytes of a term", MaxTermLength);
            before = shared + content.SuffixLengths[term];
        }
    }

    private void ReadFreqs()
    {
        _numbers.Start(chunk.TermCount, "terms");
        for (var field = 0; field < chunk.FieldCount; field++)
        {
            for (var term = 0; term < chunk.TermsOf(field); term++)
            {
                var freq = 1 + _numbers.NextCount("as a frequency less one", int.MaxValue - 1);
                _occurrences[field] += freq;
                if (chunk.IsWanted(field)) Wanted(field).Freqs[term] = freq;
            }
        }
    }

    private void ReadPositionsAndOffsets()
    {
        // Positions stay distances until the offsets are known, which are stored as what they are off from a line over just those.
        ReadPerOccurrence(VectorFlags.Positions, "positions", (content, values) => content.Positions = values);
        if (Total(VectorFlags.Offsets) > 0)
        {
            var charsPerPosition = new float[chunk.DistinctCount];
            foreach (ref var average in charsPerPosition.AsSpan()) average = BitConverter.Int32BitsToSingle(input.ReadInt32());
            ReadPerOccurrence(VectorFlags.Offsets, "start offsets", (content, values) => content.StartOffsets = values);
            ReadPerOccurrence(VectorFlags.Offsets, "lengths", (content, values) => content.EndOffsets = values);
            for (var i = 0; i < _wanted.Length; i++) SumUpOffsets(_wanted[i], charsPerPosition[chunk.PlaceOf(chunk.FirstField + i)]);
        }

        foreach (var content in _wanted) SumUpPositions(content);
    }

    private static void SumUpPositions(VectorContent content)
    {
        if (content.Positions is not { } positions) return;
        var at = 0;
        foreach (var freq in content.Freqs)
        {
            for (var i = 1; i < freq; i++) positions[at + i] = unchecked(positions[at + i] + positions[at + i - 1]);
            at += freq;
        }
    }

    private static void SumUpOffsets(VectorContent content, float charsPerPosition)
    {
        if (content.StartOffsets is not { } starts || content.EndOffsets is not { } ends) return;
        var at = 0;
        for (var term = 0; term < content.Freqs.Length; term++)
        {
            var termLength = content.PrefixLengths[term] + content.SuffixLengths[term];
            var start = 0;
            for (var end = at + content.Freqs[term]; at < end; at++)
            {
                var expected = content.Positions is { } distances ? ToInt32(charsPerPosition * distances[at]) : 0;
                start = unchecked(start + starts[at] + expected);
                starts[at] = start;
                ends[at] = unchecked(start + ends[at] + termLength);
            }
        }
    }

    /// <summary>As Java casts: what does not fit becomes the nearest that does, what is no number 0.</summary>
    private static int ToInt32(float value) => float.IsNaN(value) ? 0 : (int)Math.Clamp((double)value, int.MinValue, int.MaxValue);

    private void ReadPayloadLengths()
    {
        var total = Total(VectorFlags.Payloads);
        if (total == 0) return;
        _numbers.Start(total, "payloads");
        for (var field = 0; field < chunk.FieldCount; field++)
        {
            if (!chunk.Has(field, VectorFlags.Payloads)) continue;
            for (var i = 0L; i < _occurrences[field]; i++)
            {
                var length = _numbers.NextCount("bytes of payload", int.MaxValue);
                if (field < chunk.FirstField) _bytesBefore += length;
            }
        }
    }

    private void ReadSuffixes()
    {
        var lengths = Array.ConvertAll(_wanted, content => content.SuffixLengths.Sum(length => (long)length));
        var needed = _bytesBefore + lengths.Sum();
        if (needed > Math.Min(Array.MaxLength, Lz4.MaxDecompressedLength(input.Remaining)))
            input.Corrupt($"{needed} bytes of terms", $"no more than the {input.Remaining} bytes left can hold");
        var bytes = new byte[needed];
        if (needed > 0 && !Lz4.TryDecompress(input.Span(input.Position, (int)Math.Min(int.MaxValue, input.Remaining)), bytes, out _))
            input.Corrupt("bytes that are no LZ4 block", $"a block that stands for {needed} bytes");
        var at = (int)_bytesBefore;
        for (var i = 0; i < _wanted.Length; i++)
        {
            _wanted[i].Suffixes = bytes.AsSpan(at, (int)lengths[i]).ToArray();
            at += (int)lengths[i];
        }
    }

    private void ReadPerOccurrence(VectorFlags flag, string what, Action<VectorContent, int[]> keep)
    {
        var total = Total(flag);
        if (total == 0) return;
        _numbers.Start(total, what);
        for (var field = 0; field < chunk.FieldCount; field++)
        {
            if (!chunk.Has(field, flag)) continue;
            if (!chunk.IsWanted(field))
            {
                _numbers.Skip(_occurrences[field]);
                continue;
            }

            if (_occurrences[field] > Array.MaxLength) input.Corrupt($"{_occurrences[field]} {what} of a field", $"at most {Array.MaxLength}");
            var values = new int[_occurrences[field]];
            foreach (ref var value in values.AsSpan()) value = unchecked((int)_numbers.Next());
            keep(Wanted(field), values);
        }
    }

    private VectorContent Wanted(int field) => _wanted[field - chunk.FirstField];

    private long Total(VectorFlags flag)
    {
        var total = 0L;
        for (var field = 0; field < chunk.FieldCount; field++) if (chunk.Has(field, flag)) total += _occurrences[field];
        return total;
    }
}
