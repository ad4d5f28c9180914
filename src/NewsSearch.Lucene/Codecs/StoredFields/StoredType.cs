namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>The type of a value in the .fdt file, as the low three bits before it.</summary>
internal enum StoredType
{
    Text = 0,
    Bytes = 1,
    Int32 = 2,
    Single = 3,
    Int64 = 4,
    Double = 5,
}
