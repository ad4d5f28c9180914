namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>Where a seek ended.</summary>
internal enum SeekStatus
{
    /// <summary>At the term asked for.</summary>
    Found,

    /// <summary>At the next greater term.</summary>
    NotFound,

    /// <summary>After the last term.</summary>
    End,
}
