namespace NewsSearch.Lucene.Codecs.Norms;

/// <summary>The two formats of runs of packed integers, by the number that stands in files.</summary>
internal enum PackedFormat
{
    /// <summary>See <see cref="Packing.PackedBits"/>.</summary>
    Packed = 0,

    /// <summary>See <see cref="Packing.PackedSingleBlock"/>.</summary>
    SingleBlock = 1,
}
