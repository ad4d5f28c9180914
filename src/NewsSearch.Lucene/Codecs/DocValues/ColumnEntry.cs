namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>What the metadata says of a field's column.</summary>
/// <param name="Kind">The kind of the column.</param>
/// <param name="Numbers">The integers, or the ordinals of a sorted column or of a column of sets; null for Binary.</param>
/// <param name="Bytes">The byte strings, or the dictionary; null for Numeric.</param>
/// <param name="OrdIndex">With a column of sets: where each document's ordinals end; null where each has at most one.</param>
internal sealed record ColumnEntry(ColumnKind Kind, NumericEntry? Numbers, BinaryEntry? Bytes, NumericEntry? OrdIndex);
