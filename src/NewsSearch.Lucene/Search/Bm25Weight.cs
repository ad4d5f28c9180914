using NewsSearch.Lucene.Codecs.DocValues;

namespace NewsSearch.Lucene.Search;

/// <summary>What BM25 needs of the whole index to score a term or, with several terms, a phrase: the idf of a phrase is the sum of those of its terms.</summary>
internal sealed class Bm25Weight
{
    private readonly FieldLengths _lengths;
    private readonly TermStatistics[] _terms;
    private readonly float _boost;
    private readonly float _idf;

    public Bm25Weight(FieldLengths lengths, TermStatistics[] terms, float boost)
    {
        _lengths = lengths;
        _terms = terms;
        _boost = boost;
        foreach (var term in terms) _idf += Bm25.Idf(term.DocFreq, lengths.Statistics.MaxDoc);
    }

    /// <param name="norms">The field's norms in the segment; null where it has none.</param>
    public Bm25Scorer Scorer(NumericDocValues? norms) => new(_idf * _boost, _lengths.Penalties, norms);

    public Explanation Explain(string what, NumericDocValues? norms, int docId, float freq)
    {
        Explanation[] idfs = [.. _terms.Select(ExplainIdf)];
        var idf = idfs.Length == 1 ? idfs[0] : Explanation.Match(_idf, "idf, sum over the terms", idfs);
        var score = Scorer(norms).Explain(docId, freq, idf, _boost, _lengths.Average);
        return Explanation.Match(score.Value, $"score of {what}", score);
    }

    private Explanation ExplainIdf(TermStatistics term) => Explanation.Match(
        Bm25.Idf(term.DocFreq, _lengths.Statistics.MaxDoc),
        $"idf of {term.Term} = ln(1 + (N - n + 0.5) / (n + 0.5)), n = {term.DocFreq} of N = {_lengths.Statistics.MaxDoc} documents");
}
