using System.Text;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Search.Patterns;

/// <summary>A term near another one; the better comes first.</summary>
/// <param name="Boost">How near it is: 1 is the same.</param>
/// <param name="Bytes">The term.</param>
internal readonly record struct FuzzyTerm(float Boost, byte[] Bytes) : IComparable<FuzzyTerm>
{
    /// <summary>The order of the dictionary.</summary>
    public static IComparer<FuzzyTerm> ByBytes { get; } = Comparer<FuzzyTerm>.Create((left, right) => left.Bytes.AsSpan().SequenceCompareTo(right.Bytes));

    public Term ToTerm(string field) => new(field, Encoding.UTF8.GetString(Bytes));

    public int CompareTo(FuzzyTerm other) => Boost != other.Boost ? other.Boost.CompareTo(Boost) : ByBytes.Compare(this, other);

    /// <summary>Whether this comes before another one with these properties.</summary>
    public bool IsBefore(float boost, ReadOnlySpan<byte> bytes) => Boost > boost || (Boost == boost && Bytes.AsSpan().SequenceCompareTo(bytes) < 0);
}
