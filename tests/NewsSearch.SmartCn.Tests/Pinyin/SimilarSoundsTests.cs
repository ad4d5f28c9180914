using NewsSearch.SmartCn.Pinyin;

namespace NewsSearch.SmartCn.Tests.Pinyin;

public sealed class SimilarSoundsTests
{
    [Theory]
    [InlineData("zhang", "zang zhan")]
    [InlineData("si", "shi")]
    [InlineData("nan", "lan nang")]
    [InlineData("jing", "jin")]
    [InlineData("fu", "hu")]
    [InlineData("wang", "wan")]
    [InlineData("bo", "")]
    public void Syllables_differ_by_one_sound_that_many_do_not_tell_apart(string syllable, string others) =>
        Assert.Equal(others, string.Join(' ', SimilarSounds.Of(syllable).Order(StringComparer.Ordinal)));

    [Fact]
    public void Similarity_is_mutual_and_only_syllables_are_similar()
    {
        foreach (var syllable in (string[])["zhang", "zang", "shen", "seng", "lan", "nang", "ran", "heng", "fei", "chi", "ci", "lv"])
        {
            Assert.All(SimilarSounds.Of(syllable), other =>
            {
                Assert.True(ReadingTable.Embedded.IsSyllable(other), other);
                Assert.Contains(syllable, SimilarSounds.Of(other));
            });
        }
    }
}
