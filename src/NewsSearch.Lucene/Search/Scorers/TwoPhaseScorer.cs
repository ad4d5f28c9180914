using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>A scorer whose matches have to be verified one by one: a phrase, a range of a column.</summary>
internal abstract class TwoPhaseScorer(DocIdSetIterator approximation, CancellationToken cancellationToken) : Scorer
{
    // A verification takes up to some microseconds, so this is a few milliseconds at most.
    private const int StepsPerCheck = 1024;

    private int _steps;

    public sealed override DocIdSetIterator Approximation => approximation;

    public override int DocId => approximation.DocId;

    public sealed override long Cost => approximation.Cost;

    public abstract override bool Matches();

    public sealed override int NextDoc() => FirstMatch(approximation.NextDoc());

    public sealed override int Advance(int target) => FirstMatch(approximation.Advance(target));

    private int FirstMatch(int docId)
    {
        while (docId != NoMoreDocs && !Matches())
        {
            if (++_steps % StepsPerCheck == 0) cancellationToken.ThrowIfCancellationRequested();
            docId = approximation.NextDoc();
        }

        return docId;
    }
}
