namespace NewsSearch.Lucene.Codecs.Norms;

/// <summary>What the metadata says of a field's norms.</summary>
/// <param name="Encoding">How they are stored.</param>
/// <param name="Offset">Where they begin in the data file.</param>
internal readonly record struct NormsEntry(NormsEncoding Encoding, long Offset);
