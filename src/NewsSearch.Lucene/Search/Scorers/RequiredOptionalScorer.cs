using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents of one scorer; another adds to the score of those that it matches too.</summary>
internal sealed class RequiredOptionalScorer(Scorer required, Scorer optional) : Scorer
{
    public override int DocId => required.DocId;

    public override long Cost => required.Cost;

    public override DocIdSetIterator Approximation => required.IsTwoPhase ? required.Approximation : this;

    public override bool Matches() => required.Matches();

    public override int NextDoc() => required.NextDoc();

    public override int Advance(int target) => required.Advance(target);

    public override float Score()
    {
        var docId = required.DocId;
        var score = required.Score();
        var at = optional.DocId < docId ? optional.Advance(docId) : optional.DocId;
        return at == docId ? score + optional.Score() : score;
    }
}
