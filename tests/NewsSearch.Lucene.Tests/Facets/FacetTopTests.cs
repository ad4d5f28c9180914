using NewsSearch.Lucene.Facets;

namespace NewsSearch.Lucene.Tests.Facets;

public sealed class FacetTopTests
{
    [Theory]
    [InlineData(FacetOrder.Count)]
    [InlineData(FacetOrder.Value)]
    [InlineData(FacetOrder.ValueDescending)]
    public void It_keeps_what_sorting_everything_would_keep(FacetOrder order)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            FacetValue[] values = [.. Enumerable.Range(0, random.Next(60)).Select(i => new FacetValue($"{i:D3}", random.Next(1, 12)))];
            var size = random.Next(20);

            var top = new FacetTop(size, order);
            foreach (var value in values)
                if (top.Accepts(value.Count)) top.Add(value.Label, value.Count);

            var sorted = order switch
            {
                FacetOrder.Count => values.OrderByDescending(value => value.Count).ThenBy(value => value.Label, StringComparer.Ordinal),
                FacetOrder.Value => values.OrderBy(value => value.Label, StringComparer.Ordinal),
                _ => values.OrderByDescending(value => value.Label, StringComparer.Ordinal),
            };
            Assert.True(sorted.Take(size).SequenceEqual(top.Drain()), $"Seed {seed}, {order}");
            Assert.Equal(values.Length, top.ValueCount);
        }
    }
}
