using System.Numerics;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Patterns;

namespace NewsSearch.Lucene.Tests.Search.Patterns;

/// <summary>A range of numbers is covered exactly once by ranges of terms, and by few of them.</summary>
public sealed class TrieRangesTests
{
    [Fact]
    public void Every_number_in_the_range_and_no_other_has_a_term_in_the_cover()
    {
        var random = new Random(1);
        for (var round = 0; round < 3000; round++)
        {
            var precisionStep = random.Next(1, 40);
            var (minimum, maximum) = (RandomNumber(random), RandomNumber(random));
            if (minimum > maximum) (minimum, maximum) = (maximum, minimum);
            var cover = TrieRanges.Cover(minimum, maximum, 64, precisionStep, TrieTerms.EncodeInt64);

            foreach (var number in new[] { minimum, maximum, minimum - 1, maximum + 1, RandomNumber(random), minimum + (maximum - minimum) / 2 })
            {
                var isInRange = number >= minimum && number <= maximum;
                var count = TermsOf(number, precisionStep).Count(term => cover.Any(range => IsIn(term, range)));
                Assert.True(count == (isInRange ? 1 : 0), $"round {round}: {number} has {count} terms in [{minimum} TO {maximum}], step {precisionStep}");
            }
        }
    }

    [Fact]
    public void A_cover_has_two_ranges_for_each_precision_at_most()
    {
        Assert.Single(TrieRanges.Cover(long.MinValue, long.MaxValue, 64, 64, TrieTerms.EncodeInt64));
        Assert.Equal(2 * 16 - 1, TrieRanges.Cover(long.MinValue + 1, long.MaxValue - 1, 64, 4, TrieTerms.EncodeInt64).Count);
        Assert.Single(TrieRanges.Cover(16, 31, 64, 4, TrieTerms.EncodeInt64));
    }

    // As Lucene writes them: NumericUtils.longToPrefixCoded and intToPrefixCoded.
    [Theory]
    [InlineData(0L, 0, "20-01-00-00-00-00-00-00-00-00-00")]
    [InlineData(-1L, 0, "20-00-7F-7F-7F-7F-7F-7F-7F-7F-7F")]
    [InlineData(15500L, 4, "24-08-00-00-00-00-00-00-07-48")]
    [InlineData(15500L, 60, "5C-08")]
    public void Terms_are_Lucenes(long value, int shift, string expected)
    {
        Assert.Equal(expected, BitConverter.ToString(TrieTerms.EncodeInt64(value, shift)));
    }

    [Fact]
    public void Thirty_two_bits_have_their_own_terms()
    {
        Assert.Equal("60-08-00-00-00-05", BitConverter.ToString(TrieTerms.EncodeInt32(5, 0)));
        Assert.Equal("7C-08", BitConverter.ToString(TrieTerms.EncodeInt32(5, 28)));
        Assert.Equal(16, TrieTerms.Int64Fields("n", 7).Count());
        Assert.Equal(4, TrieTerms.Int32Fields("n", 7, precisionStep: 8).Count());
        Assert.Single(TrieTerms.Int64Fields("n", 7, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrieTerms.Int64Fields("n", 7, 0).ToList());
    }

    private static IEnumerable<byte[]> TermsOf(long number, int precisionStep)
    {
        for (var shift = 0; shift < 64; shift += precisionStep) yield return TrieTerms.EncodeInt64(number, shift);
    }

    private static bool IsIn(byte[] term, TermRange range) =>
        term.AsSpan().SequenceCompareTo(range.First) >= 0 && term.AsSpan().SequenceCompareTo(range.Last) <= 0;

    private static long RandomNumber(Random random) => random.Next(12) switch
    {
        0 => long.MinValue + random.Next(3),
        1 => long.MaxValue - random.Next(3),
        _ => BitOperations.RotateLeft((ulong)random.NextInt64(), random.Next(64)) is var bits ? (long)bits >> random.Next(63) : 0,
    };
}
