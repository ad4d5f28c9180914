using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>A scorer that reads positions to find out how often a phrase stands in a document.</summary>
/// <param name="candidates">The documents that hold all terms.</param>
/// <param name="similarity">Scores the phrase as if it were a term.</param>
/// <param name="cancellationToken">Ends long verifications.</param>
internal abstract class PositionsScorer(DocIdSetIterator candidates, Bm25Scorer similarity, CancellationToken cancellationToken)
    : TwoPhaseScorer(candidates, cancellationToken)
{
    /// <summary>How often the current document holds the phrase; any number above 0 if the scorer was made without scores.</summary>
    public abstract float PhraseFreq { get; }

    public sealed override float MaxScore => similarity.MaxScore;

    /// <summary>The scores of documents whose frequencies are known.</summary>
    protected void ScoreAll(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, Span<float> scores) => similarity.ScoreAll(docIds, freqs, scores);

    public sealed override float Score() => similarity.Score(DocId, PhraseFreq);
}
