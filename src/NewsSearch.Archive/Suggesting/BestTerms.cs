using System.Text;
using NewsSearch.Lucene.Search;

namespace NewsSearch.Archive.Suggesting;

/// <summary>
/// The best of the suggestions whose terms begin with what was typed. A walk over very many such terms ends early: then the best are those of
/// the first in the order of the dictionary, which begins with what is nearest to what was typed. The next letter makes it complete.
/// </summary>
internal sealed class BestTerms(IndexSearcher searcher, CancellationToken cancellationToken)
{
    /// <summary>The most terms of one walk; some milliseconds.</summary>
    public const int MaxSteps = 20_000;

    /// <summary>The most terms whose texts are compared with what was typed, which takes longer.</summary>
    public const int MaxComparedSteps = 2_000;

    /// <summary>The terms that are kept. A text has a few, for its spellings and kinds.</summary>
    private const int MaxTerms = 64;

    /// <summary>How much more likely a text is that was typed to the end than one that goes on.</summary>
    private const int ExactBoost = 4;

    private readonly PriorityQueue<byte[], double> _best = new();

    /// <summary>The weighted terms, in no order.</summary>
    public IEnumerable<(SuggestionTerm Term, double Weight)> All()
    {
        foreach (var (bytes, weight) in _best.UnorderedItems)
            if (SuggestionTerm.Read(bytes) is { } term) yield return (term, weight);
    }

    /// <summary>Takes the terms that begin with this.</summary>
    public void Take(string prefix)
    {
        var bytes = Encoding.UTF8.GetBytes(prefix);
        using var terms = searcher.Terms(ArticleSchema.Suggest);
        var steps = 0;
        for (var hasTerm = terms.SeekCeil(bytes); hasTerm && steps < MaxSteps; hasTerm = terms.MoveNext(), steps++)
        {
            var term = terms.Term;
            if (!term.StartsWith(bytes)) break;
            var weight = terms.DocFreq / (double)(1 << SuggestionTerm.HalvingsOf(term));
            Add(term, SuggestionTerm.IsExact(term, bytes.Length) ? weight * ExactBoost : weight);
        }
    }

    /// <summary>Takes the terms that begin with the lead and mean what was typed.</summary>
    public void TakeMixed(TypedPrefix typed)
    {
        var bytes = Encoding.UTF8.GetBytes(typed.Lead);
        using var terms = searcher.Terms(ArticleSchema.Suggest);
        var steps = 0;
        for (var hasTerm = terms.SeekCeil(bytes); hasTerm && steps < MaxComparedSteps; hasTerm = terms.MoveNext(), steps++)
        {
            if (!terms.Term.StartsWith(bytes)) break;
            cancellationToken.ThrowIfCancellationRequested();
            if (SuggestionTerm.Read(terms.Term) is { } term && typed.Means(term.Text))
                Add(terms.Term, terms.DocFreq / (double)(1 << term.Halvings));
        }
    }

    private void Add(ReadOnlySpan<byte> term, double weight)
    {
        if (_best.Count < MaxTerms) _best.Enqueue(term.ToArray(), weight);
        else if (_best.TryPeek(out _, out var least) && weight > least) _best.EnqueueDequeue(term.ToArray(), weight);
    }
}
