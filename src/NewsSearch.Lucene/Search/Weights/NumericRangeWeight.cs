using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>The documents whose value in a numeric column lies in a range.</summary>
internal sealed class NumericRangeWeight(SearchContext context, DocValuesRangeQuery query, float score) : ConstantWeight(query.ToString(), score)
{
    protected override DocIdSetIterator? CreateDocuments(int segment)
    {
        var reader = context.Segment(segment);
        var values = reader.NumericDocValues(query.Field);
        if (values is null) return null;
        var docsWithField = reader.DocsWithField(query.Field);
        DocIdSetIterator candidates = docsWithField is null
            ? new AllDocsIterator(reader.MaxDoc)
            : new BitSetIterator(docsWithField, docsWithField.Count());
        var minimum = query.Minimum ?? long.MinValue;
        var maximum = query.Maximum ?? long.MaxValue;
        return new NumericRangeScorer(candidates, values, minimum, maximum, context.CancellationToken);
    }
}
