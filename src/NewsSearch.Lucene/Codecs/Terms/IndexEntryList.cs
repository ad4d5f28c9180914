namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>Entries in the order of their prefixes; two lists become one without a copy.</summary>
internal struct IndexEntryList
{
    private IndexEntry? _last;

    public IndexEntry? First { get; private set; }

    public void Add(IndexEntry entry) => Append(new IndexEntryList { First = entry, _last = entry });

    /// <summary>Takes over the entries of a list whose prefixes are all greater.</summary>
    public void Append(in IndexEntryList list)
    {
        if (list.First is null) return;
        if (_last is null) First = list.First;
        else _last.Next = list.First;
        _last = list._last;
    }
}
