namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>What the start of a .fdt file and its segment say of the chunks.</summary>
/// <param name="DocCount">Documents of the segment.</param>
/// <param name="ChunkSize">A chunk ends with the document that makes it this long, in bytes before compression.</param>
/// <param name="FirstChunk">Offset of the first chunk.</param>
/// <param name="End">Offset after the last chunk.</param>
/// <param name="HasChecksum">Whether the file has a checksum, which was or can be verified.</param>
internal readonly record struct StoredFieldsLayout(int DocCount, int ChunkSize, long FirstChunk, long End, bool HasChecksum);
