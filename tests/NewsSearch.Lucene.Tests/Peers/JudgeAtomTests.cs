using System.Text;
using FsCheck.Xunit;

namespace NewsSearch.Lucene.Tests.Peers;

public sealed class JudgeAtomTests
{
    [Property]
    public bool Any_bytes_come_back(byte[] bytes) => JudgeAtom.Decode(JudgeAtom.Encode(bytes)).AsSpan().SequenceEqual(bytes);

    [Property]
    public bool An_atom_holds_nothing_that_parts_words(byte[] bytes) => !JudgeAtom.Encode(bytes).Any(c => char.IsWhiteSpace(c) || c is '(' or ')');

    [Fact]
    public void Nothing_is_written_as_two_quotes() => Assert.Equal("\"\"", JudgeAtom.Encode(""));

    [Fact]
    public void Text_that_needs_no_escape_is_read_as_it_stands() => Assert.Equal("新闻 C919", JudgeAtom.DecodeText("新闻%20C919"));

    [Fact]
    public void Bytes_that_are_no_text_survive() => Assert.Equal([0x20, 0xFF, 0x00], JudgeAtom.Decode("%20%FF%00"));

    [Fact]
    public void Characters_beyond_the_first_plane_survive() => Assert.Equal("𠮷野家", JudgeAtom.DecodeText(JudgeAtom.Encode("𠮷野家")));

    [Fact]
    public void An_escape_cut_short_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => JudgeAtom.Decode(Encoding.ASCII.GetString("ab%2"u8)));
}
