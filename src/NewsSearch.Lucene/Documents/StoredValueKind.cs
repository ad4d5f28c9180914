namespace NewsSearch.Lucene.Documents;

/// <summary>The type of a <see cref="StoredValue"/>.</summary>
public enum StoredValueKind
{
    Text,
    Bytes,
    Int32,
    Int64,
    Single,
    Double,
}
