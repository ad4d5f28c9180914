using NewsSearch.SmartCn.Stemming;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests.Stemming;

/// <summary>Words are stemmed as in Porter's paper, and letter for letter as Lucene stems them.</summary>
public sealed class PorterStemmerTests
{
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("cats", "cat")]
    [InlineData("agreed", "agre")]
    [InlineData("hopping", "hop")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("relational", "relat")]
    [InlineData("probate", "probat")]
    [InlineData("controll", "control")]
    [InlineData("archaeology", "archaeolog")]
    [InlineData("is", "is")]
    [InlineData("新闻s", "新闻")]
    public void A_word_loses_its_endings(string word, string stem) => Assert.Equal(stem, Stem(word));

    [Fact]
    public void A_list_of_words_is_stemmed_as_Lucene_stems_it()
    {
        foreach (var line in Fixture.Lines("stems.txt"))
        {
            var word = line.Split(' ')[0];
            Assert.Equal(line, $"{word} {Stem(word)}");
        }
    }

    [SkippableFact]
    public void Fresh_random_words_are_stemmed_as_Lucene_stems_them()
    {
        Skip.If(JavaPeer.Missing is not null, JavaPeer.Missing);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var words = Enumerable.Range(0, 50_000).Select(_ => RandomWord(random)).ToArray();
        var stems = JavaPeer.Run("StemDump", words);
        for (var i = 0; i < words.Length; i++)
        {
            var ours = Stem(words[i]);
            Assert.True(stems[i] == ours, $"seed {seed}: {words[i]}: {ours}, Lucene {stems[i]}");
        }
    }

    [Fact]
    public void A_row_of_one_letter_takes_linear_time()
    {
        foreach (var letter in "aysexl")
        {
            var word = new string(letter, 1_000_000).ToCharArray();
            Assert.InRange(PorterStemmer.Stem(word), word.Length - 8, word.Length);
        }
    }

    private static string RandomWord(Random random)
    {
        string[] pieces =
        [
            "a", "e", "i", "o", "u", "y", "b", "l", "s", "t", "z", "w", "x", "r", "n", "al", "at", "iz", "ate", "ness", "ful", "ous", "ive", "ion", "ing",
            "ed", "eed", "ies", "sses", "ment", "ement", "ent", "ance", "able", "ical", "icate", "ational", "tional", "logi", "bli", "enci", "izer",
        ];
        return string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    private static string Stem(string word)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, PorterStemmer.Stem(letters));
    }
}
