using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.TermVectors;

/// <summary>The fields of all documents of a chunk: their numbers, flags and counts of terms, which stand before everything else.</summary>
internal sealed class VectorsChunk
{
    private readonly IndexInput _input;
    private readonly int[] _fieldPlaces;
    private readonly VectorFlags[] _flags;
    private readonly int[] _termCounts;
    private readonly FieldInfo[] _distinct;

    /// <summary>Reads what stands before the lengths of the terms.</summary>
    /// <param name="input">Behind the number of documents.</param>
    /// <param name="fields">The fields of the segment.</param>
    /// <param name="docsInChunk">Documents of the chunk.</param>
    /// <param name="wanted">Which of them is going to be read.</param>
    public VectorsChunk(IndexInput input, FieldInfoSet fields, int docsInChunk, int wanted)
    {
        _input = input;
        var total = ReadFieldCounts(fields.Count, docsInChunk, wanted);
        _distinct = total == 0 ? [] : ReadDistinct(fields);
        _fieldPlaces = Unpack(total, _distinct.Length == 0 ? 0 : PackedBits.BitsRequired((ulong)_distinct.Length - 1), "numbers of fields");
        if (_fieldPlaces.AsSpan().IndexOfAnyExceptInRange(0, _distinct.Length - 1) >= 0) input.Corrupt("a field that is not in the chunk's list", $"one of {_distinct.Length}");
        _flags = total == 0 ? [] : ReadFlags(total);
        _termCounts = total == 0 ? [] : Unpack(total, input.ReadCount("bits a number of terms", 31), "numbers of terms");
        foreach (var count in _termCounts) TermCount += count;
        // A block of 64 lengths takes at least a byte: so much must be known before memory is given to the terms.
        if (TermCount / TermVectorsFormat.BlockSize > input.Remaining) input.Corrupt($"{TermCount} terms", $"what the {input.Remaining} bytes left can hold");
    }

    /// <summary>The first field of the wanted document, among those of all documents of the chunk.</summary>
    public int FirstField { get; private set; }

    /// <summary>Number of fields of the wanted document.</summary>
    public int WantedCount { get; private set; }

    /// <summary>Number of fields of all documents.</summary>
    public int FieldCount => _fieldPlaces.Length;

    /// <summary>Number of distinct fields.</summary>
    public int DistinctCount => _distinct.Length;

    /// <summary>Number of terms of all fields of all documents.</summary>
    public long TermCount { get; }

    public bool IsWanted(int field) => field >= FirstField && field < FirstField + WantedCount;

    public FieldInfo Field(int field) => _distinct[_fieldPlaces[field]];

    /// <summary>The place of a field among the distinct ones.</summary>
    public int PlaceOf(int field) => _fieldPlaces[field];

    public bool Has(int field, VectorFlags flag) => (_flags[field] & flag) != 0;

    public int TermsOf(int field) => _termCounts[field];

    private int ReadFieldCounts(int maximum, int docsInChunk, int wanted)
    {
        if (docsInChunk == 1) return WantedCount = _input.ReadCount("fields with vectors", maximum);
        var counts = new BlockPackedCursor(_input);
        counts.Start(docsInChunk, "documents");
        var total = 0L;
        for (var doc = 0; doc < docsInChunk; doc++)
        {
            var count = counts.NextCount("fields with vectors", maximum);
            if (doc == wanted) (FirstField, WantedCount) = ((int)total, count);
            total += count;
            if (total > _input.Length * 8) _input.Corrupt($"{total} fields with vectors", "at most one a bit of the file");
        }

        return (int)total;
    }

    private FieldInfo[] ReadDistinct(FieldInfoSet fields)
    {
        var token = _input.ReadByte();
        var count = token >> TermVectorsFormat.WidthBits;
        if (count == TermVectorsFormat.LongFieldCount) count += _input.ReadCount("further fields", fields.Count);
        count++;
        var bits = token & (1 << TermVectorsFormat.WidthBits) - 1;
        if (count > fields.Count) _input.Corrupt($"{count} fields with vectors", $"at most {fields.Count}");
        return Array.ConvertAll(Unpack(count, bits, "distinct fields"), number =>
        {
            var field = fields.Find(number);
            if (field is null) _input.Corrupt($"vectors of field {number}", $"one of the {fields.Count} fields of the segment");
            return field;
        });
    }

    private VectorFlags[] ReadFlags(int total)
    {
        if (_input.ReadCount("as the kind of flags", 1) == 1)
            return Array.ConvertAll(Unpack(total, TermVectorsFormat.FlagBits, "flags"), flags => (VectorFlags)flags);
        var byField = Unpack(_distinct.Length, TermVectorsFormat.FlagBits, "flags");
        return Array.ConvertAll(_fieldPlaces, place => (VectorFlags)byField[place]);
    }

    private int[] Unpack(int count, int bits, string what)
    {
        var length = PackedBits.ByteCount(count, bits);
        if (length > _input.Remaining) _input.Corrupt($"{_input.Remaining} bytes left", $"{length} bytes of {what}");
        var run = _input.ReadSpan((int)length);
        var values = new int[count];
        for (var i = 0; i < count; i++) values[i] = (int)PackedBits.Get(run, i, bits);
        return values;
    }
}
