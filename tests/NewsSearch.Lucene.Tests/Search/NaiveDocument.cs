using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>A document as its author knows it, which an index is compared with.</summary>
internal sealed record NaiveDocument(string Id, IReadOnlyDictionary<string, string[]> Words, long? Day, string? Source, string[] Tags)
{
    public bool IsDeleted { get; set; }

    public Document ToDocument()
    {
        var document = new Document { Field.Keyword("id", Id, isStored: true) };
        foreach (var (field, words) in Words) document.Add(Field.Text(field, string.Join(' ', words)));
        foreach (var tag in Tags) document.Add(Field.Keyword("tag", tag));
        foreach (var tag in Tags) document.Add(Field.SortedSetColumn("tags", tag));
        if (Day is { } day)
        {
            document.Add(Field.NumericColumn("day", day));
            foreach (var field in TrieTerms.Int64Fields("day_trie", day)) document.Add(field);
            foreach (var field in TrieTerms.Int32Fields("day_trie_32", (int)day, precisionStep: 3)) document.Add(field);
        }

        if (Source is not null) document.Add(Field.SortedColumn("source", Source));
        return document;
    }
}
