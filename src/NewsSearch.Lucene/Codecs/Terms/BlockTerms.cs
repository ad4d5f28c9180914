using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>The terms of a field in a block tree.</summary>
/// <param name="summary">What the directory says of the field.</param>
/// <param name="root">The block without a prefix.</param>
/// <param name="input">The .tim file.</param>
/// <param name="index">The field's part of the .tip file.</param>
/// <param name="postings">Where the postings of the terms are.</param>
internal sealed class BlockTerms(FieldSummary summary, BlockCode root, IndexInput input, TermsIndex index, PostingsReader postings)
    : Terms(summary.Field)
{
    public override long Count => summary.TermCount;

    public override long SumTotalTermFreq => summary.SumTotalTermFreq;

    public override long SumDocFreq => summary.SumDocFreq;

    public override int DocCount => summary.DocCount;

    /// <summary>The .tim file; clone it to read.</summary>
    public IndexInput Input { get; } = input;

    public TermsIndex Index { get; } = index;

    public BlockCode Root { get; } = root;

    /// <summary>See <see cref="TermMetadata.OffsetCount"/>.</summary>
    public int OffsetCount { get; } = TermMetadata.OffsetCount(summary.Field);

    /// <summary>Documents in the segment.</summary>
    public int MaxDoc => postings.DocCount;

    public override TermsEnum Iterator() => new BlockTermsEnum(this);

    public override PostingsEnum Postings(in TermState state, PostingsFeatures features, PostingsEnum? reuse = null) =>
        postings.Postings(Field, state, features, reuse);

    public override void Prefetch(in TermState state) => postings.Prefetch(state);
}
