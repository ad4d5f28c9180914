using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Patterns;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// The documents with a number between two bounds in a field of trie terms (see <see cref="TrieTerms"/>), each with the boost as its score: Lucene's
/// NumericRangeQuery. Unlike <see cref="DocValuesRangeQuery"/> it reads only the postings of documents that match.
/// </summary>
public sealed record TrieRangeQuery : Query
{
    private readonly int _bitCount;

    private TrieRangeQuery(string field, int bitCount, int precisionStep, long? minimum, long? maximum)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        ArgumentOutOfRangeException.ThrowIfLessThan(precisionStep, 1);
        _bitCount = bitCount;
        Field = field;
        PrecisionStep = precisionStep;
        Minimum = minimum;
        Maximum = maximum;
    }

    public string Field { get; }

    /// <summary>The bits by which the precisions of the field's terms differ. With another step than that of the index, documents are missed.</summary>
    public int PrecisionStep { get; }

    /// <summary>The least number that matches; null is no bound.</summary>
    public long? Minimum { get; }

    /// <summary>The greatest number that matches; null is no bound.</summary>
    public long? Maximum { get; }

    /// <summary>A range of a field with terms of 64-bit integers.</summary>
    public static TrieRangeQuery OfInt64(string field, long? minimum, long? maximum, int precisionStep = TrieTerms.DefaultPrecisionStep) =>
        new(field, 64, precisionStep, minimum, maximum);

    /// <summary>A range of a field with terms of 32-bit integers.</summary>
    public static TrieRangeQuery OfInt32(string field, int? minimum, int? maximum, int precisionStep = TrieTerms.DefaultPrecisionStep) =>
        new(field, 32, precisionStep, minimum, maximum);

    public override string ToString() => FormattableString.Invariant($"{Field}:[{Bound(Minimum)} TO {Bound(Maximum)}]");

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) => Minimum > Maximum
        ? new NoDocsWeight()
        : new TermRangesWeight(context, Field, Ranges(), ToString(), boost);

    private List<TermRange> Ranges() => _bitCount == 64
        ? TrieRanges.Cover(Minimum ?? long.MinValue, Maximum ?? long.MaxValue, 64, PrecisionStep, TrieTerms.EncodeInt64)
        : TrieRanges.Cover(
            Minimum ?? int.MinValue, Maximum ?? int.MaxValue, 32, PrecisionStep, (value, shift) => TrieTerms.EncodeInt32((int)value, shift));

    private static string Bound(long? bound) => bound is { } value ? FormattableString.Invariant($"{value}") : "*";
}
