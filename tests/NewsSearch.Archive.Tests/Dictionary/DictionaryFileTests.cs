using NewsSearch.Archive.Dictionary;

namespace NewsSearch.Archive.Tests.Dictionary;

/// <summary>Words and equivalents, in any spelling; what is no dictionary is refused with file, line and reason.</summary>
public sealed class DictionaryFileTests
{
    [Fact]
    public void A_line_is_a_word_or_equivalents_and_comments_are_passed_over()
    {
        var dictionary = Parse("\uFEFF# 人名\r\n张奖山\r\n\r\n  上合组织 = 上海合作组织＝SCO  \n");

        Assert.Equal(["张奖山", "上合组织", "上海合作组织", "sco"], dictionary.Words);
        Assert.Equal(["上合组织", "上海合作组织"], dictionary.EquivalentsOf("sco"));
        Assert.Empty(dictionary.EquivalentsOf("张奖山"));
    }

    [Fact]
    public void Words_are_normalised_as_texts_are() =>
        Assert.Equal(["世贸组织", "wto"], Parse("世貿組織 = ＷＴＯ").Words);

    [Fact]
    public void A_word_of_several_lines_has_the_equivalents_of_all()
    {
        var dictionary = Parse("甲地 = 乙地\n丙地 = 丁地\n乙地 = 丙地\n戊地");

        Assert.Equal(["丁地", "丙地", "乙地"], dictionary.EquivalentsOf("甲地").Order(StringComparer.Ordinal));
        Assert.Equal(3, dictionary.EquivalentsOf("丁地").Count);
        Assert.Empty(dictionary.EquivalentsOf("戊地"));
    }

    [Fact]
    public void The_longest_word_matches()
    {
        var dictionary = Parse("上合\n上合组织");

        Assert.Equal((4, 2, 0), (dictionary.MatchLength("上合组织峰会"), dictionary.MatchLength("上合峰会"), dictionary.MatchLength("峰会")));
    }

    [Theory]
    [InlineData("好\n甲 = = 乙", "line 2", "nothing before or behind an equals sign")]
    [InlineData("=", "line 1", "nothing before or behind an equals sign")]
    [InlineData("好\n\n。。。", "line 3", "\"...\"")]
    public void A_line_that_has_no_words_is_refused_with_its_number(string text, string line, string reason)
    {
        var error = Assert.Throws<DictionaryFileException>(() => Parse(text));

        Assert.Contains("words.txt, " + line, error.Message, StringComparison.Ordinal);
        if (reason != "\"...\"") Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DictionaryFile.MaxWordLength, true)]
    [InlineData(DictionaryFile.MaxWordLength + 1, false)]
    public void A_word_has_a_greatest_length(int length, bool isTaken)
    {
        var text = new string('山', length);
        if (isTaken) Assert.Equal([text], Parse(text).Words);
        else Assert.Throws<DictionaryFileException>(() => Parse(text));
    }

    [Theory]
    [InlineData(DictionaryFile.MaxEquivalents, true)]
    [InlineData(DictionaryFile.MaxEquivalents + 1, false)]
    public void Equivalents_have_a_greatest_number_over_all_lines(int count, bool isTaken)
    {
        var text = string.Join('\n', Enumerable.Range(1, count - 1).Select(i => $"词{i - 1} = 词{i}"));
        if (isTaken) Assert.Equal(count - 1, Parse(text).EquivalentsOf("词0").Count);
        else Assert.Throws<DictionaryFileException>(() => Parse(text));
    }

    [Fact]
    public void Words_have_a_greatest_number()
    {
        var text = string.Join('\n', Enumerable.Range(0, DictionaryFile.MaxWords + 1).Select(i => $"词{i}"));

        Assert.Contains($"line {DictionaryFile.MaxWords + 1}", Assert.Throws<DictionaryFileException>(() => Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_text_is_refused_with_its_name()
    {
        using var folder = new Lucene.Tests.TemporaryFolder();
        var path = Path.Combine(folder.FullName, "dictionary.txt");
        File.WriteAllBytes(path, [0xE4, 0xB8]);

        Assert.Contains(path, Assert.Throws<DictionaryFileException>(() => DictionaryFile.Read(path)).Message, StringComparison.Ordinal);
    }

    private static ReaderDictionary Parse(string text) => DictionaryFile.Parse(text, "words.txt");
}
