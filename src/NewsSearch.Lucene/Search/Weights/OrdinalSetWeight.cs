using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>The documents that have any of a set of values in a column of distinct values.</summary>
internal sealed class OrdinalSetWeight(SearchContext context, string field, byte[][] wanted, string name, float score) : ConstantWeight(name, score)
{
    protected override DocIdSetIterator? CreateDocuments(int segment)
    {
        var reader = context.Segment(segment);
        var values = OrdinalColumn.Open(reader, field);
        if (values is null || !FindOrdinals(values, out var ordinals)) return null;
        return new OrdinalSetScorer(new AllDocsIterator(reader.MaxDoc), values, ordinals, context.CancellationToken);
    }

    private bool FindOrdinals(SortedSetDocValues values, out BitSet ordinals)
    {
        var hasAny = false;
        ordinals = new BitSet(checked((int)values.ValueCount));
        foreach (var value in wanted)
        {
            var ord = values.LookupTerm(value);
            if (ord < 0) continue;
            ordinals.Set((int)ord);
            hasAny = true;
        }

        return hasAny;
    }
}
