using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>The terms of one field in one segment, with their totals.</summary>
internal abstract class Terms(FieldInfo field)
{
    public FieldInfo Field { get; } = field;

    /// <summary>Number of distinct terms.</summary>
    public abstract long Count { get; }

    /// <summary>Number of occurrences of all terms; -1 where frequencies are not indexed.</summary>
    public abstract long SumTotalTermFreq { get; }

    /// <summary>Number of postings: the sum of the document frequencies of all terms.</summary>
    public abstract long SumDocFreq { get; }

    /// <summary>Number of documents that hold any term of the field.</summary>
    public abstract int DocCount { get; }

    /// <summary>A cursor before the first term; each thread needs its own.</summary>
    public abstract TermsEnum Iterator();

    /// <summary>The documents of a term of this field, without seeking it again.</summary>
    /// <param name="state">What an iterator of this field said of the term.</param>
    /// <param name="features">See <see cref="TermsEnum.Postings"/>.</param>
    /// <param name="reuse">See <see cref="TermsEnum.Postings"/>.</param>
    public abstract PostingsEnum Postings(in TermState state, PostingsFeatures features, PostingsEnum? reuse = null);

    /// <summary>Lets the processor fetch the beginning of what <see cref="Postings"/> will read.</summary>
    public abstract void Prefetch(in TermState state);
}
