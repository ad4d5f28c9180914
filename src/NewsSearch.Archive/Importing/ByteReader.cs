namespace NewsSearch.Archive.Importing;

/// <summary>Reads the next bytes of some data.</summary>
/// <returns>How many, at least one; 0 only at the end.</returns>
/// <exception cref="InvalidDataException">The data is damaged from here on; the message says how.</exception>
internal delegate int ByteReader(Span<byte> buffer);
