using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Tests.Codecs;

namespace NewsSearch.Lucene.Tests.Packing;

/// <summary>The examples of FORMAT.md are what the encoders write. The decoders are held to the same bytes elsewhere here.</summary>
public sealed class PackingExampleTests
{
    [Fact]
    public void The_encoders_write_the_bytes_of_the_examples()
    {
        var buffer = new byte[100];
        Assert.Equal(
            [
                buffer[..BlockPacked.Encode([1, 2, 3], buffer)],
                buffer[..BlockPacked.Encode([100, 101], buffer)],
                buffer[..MonotonicBlockPacked.Encode([0, 1, 9, 9], buffer)],
            ],
            FormatExample.Read("Packing"));
    }
}
