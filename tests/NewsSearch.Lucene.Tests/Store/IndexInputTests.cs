using FsCheck.Xunit;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Store;

/// <summary>
/// 1. What an IndexOutput writes, an IndexInput reads. 2. Nothing can be read, sought or sliced beyond the end.
/// 3. Lengths that lie are refused before memory is taken for them.
/// </summary>
public sealed class IndexInputTests
{
    [Property]
    public bool Numbers_come_back(byte a, short b, int c, long d, int e, long f)
    {
        var positive = f & long.MaxValue;
        var input = Written(output =>
        {
            output.WriteByte(a);
            output.WriteInt16(b);
            output.WriteInt32(c);
            output.WriteInt64(d);
            output.WriteVInt(e);
            output.WriteVLong(positive);
        });
        return input.ReadByte() == a && input.ReadInt16() == b && input.ReadInt32() == c && input.ReadInt64() == d
            && input.ReadVInt() == e && input.ReadVLong() == positive && input.Remaining == 0;
    }

    [Theory]
    [InlineData(0, "00")]
    [InlineData(127, "7F")]
    [InlineData(128, "8001")]
    [InlineData(16383, "FF7F")]
    [InlineData(16384, "808001")]
    [InlineData(int.MaxValue, "FFFFFFFF07")]
    [InlineData(-1, "FFFFFFFF0F")]
    public void A_VInt_has_seven_bits_a_byte_lowest_first(int value, string hex)
    {
        var input = Written(output => output.WriteVInt(value));
        Assert.Equal(hex, Convert.ToHexString(input.Clone().ReadSpan((int)input.Length)));
        Assert.Equal(value, input.ReadVInt());
    }

    [Fact]
    public void The_largest_VLong_takes_nine_bytes()
    {
        var input = Written(output => output.WriteVLong(long.MaxValue));
        Assert.Equal(9, input.Length);
        Assert.Equal(long.MaxValue, input.ReadVLong());
    }

    [Fact]
    public void A_negative_VLong_can_not_be_written()
    {
        using var directory = new MemoryDirectory();
        using var output = directory.CreateOutput("file");
        Assert.Throws<ArgumentOutOfRangeException>(() => output.WriteVLong(-1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("news")]
    [InlineData("新闻 😀")]
    public void Text_comes_back(string text) => Assert.Equal(text, Written(output => output.WriteString(text)).ReadString());

    [Fact]
    public void A_surrogate_without_its_partner_becomes_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb", Written(output => output.WriteString("a\uD83Db")).ReadString());
    }

    [Fact]
    public void Maps_and_sets_come_back_in_their_order()
    {
        var input = Written(output =>
        {
            output.WriteStringMap(new Dictionary<string, string> { ["z"] = "1", ["a"] = "" });
            output.WriteStringSet(["y", "b"]);
        });
        Assert.Equal([new("z", "1"), new("a", "")], input.ReadStringMap());
        Assert.Equal(["y", "b"], input.ReadStringSet());
    }

    [Fact]
    public void Reading_past_the_end_is_refused_with_file_and_offset()
    {
        var input = Input(1, 2, 3);
        input.ReadInt16();
        var error = Assert.Throws<CorruptIndexException>(() => input.ReadInt32());
        Assert.Equal("file", error.File);
        Assert.Equal(2, error.Offset);
        Assert.Equal(2, input.Position);
        Assert.Contains("file at byte 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_read_of_an_empty_file_is_refused()
    {
        Assert.Throws<CorruptIndexException>(() => Input().ReadByte());
        Assert.Throws<CorruptIndexException>(() => Input().ReadVInt());
        Assert.Throws<CorruptIndexException>(() => Input().ReadVLong());
        Assert.Throws<CorruptIndexException>(() => Input().ReadString());
        Assert.Throws<CorruptIndexException>(() => Input().Seek(1));
        Assert.Throws<CorruptIndexException>(() => Input().Skip(1));
        Assert.True(Input().ReadSpan(0).IsEmpty);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(1, 4)]
    [InlineData(5, 0)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(1, long.MaxValue)]
    public void Slices_beyond_the_bytes_are_refused(long offset, long length)
    {
        var input = Input(1, 2, 3, 4);
        Assert.Throws<CorruptIndexException>(() => input.Slice(offset, length));
        if (length <= int.MaxValue) Assert.Throws<CorruptIndexException>(() => input.Span(offset, (int)length));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void Pointers_beyond_the_bytes_are_refused(long position)
    {
        var input = Input(1, 2, 3, 4);
        input.ReadByte();
        Assert.Throws<CorruptIndexException>(() => input.Seek(position));
        Assert.Throws<CorruptIndexException>(() => input.Skip(position - 1));
        Assert.Equal(1, input.Position);
    }

    [Fact]
    public void A_slice_ends_where_it_ends_and_names_its_part()
    {
        var slice = Input(1, 2, 3, 4).Slice(1, 2, "part");
        Assert.Equal(0x0203, slice.ReadInt16());
        var error = Assert.Throws<CorruptIndexException>(() => slice.ReadByte());
        Assert.Equal("file(part)", error.File);
        Assert.Equal([3], slice.Slice(1, 1).ReadSpan(1).ToArray());
    }

    [Fact]
    public void A_clone_goes_its_own_way()
    {
        var input = Input(1, 2, 3);
        input.ReadByte();
        var clone = input.Clone();
        Assert.Equal(2, clone.ReadByte());
        Assert.Equal(1, input.Position);
    }

    [Fact]
    public void A_VInt_of_six_bytes_and_a_VLong_of_ten_are_refused()
    {
        Assert.Throws<CorruptIndexException>(() => Input(0x80, 0x80, 0x80, 0x80, 0x80, 0x01).ReadVInt());
        Assert.Throws<CorruptIndexException>(() => Input(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01).ReadVLong());
    }

    [Fact]
    public void Lengths_that_lie_are_refused_before_memory_is_taken()
    {
        var longText = Written(output => output.WriteVInt(int.MaxValue));
        var negativeText = Written(output => output.WriteVInt(-1));
        var manyEntries = Written(output => output.WriteInt32(int.MaxValue));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<CorruptIndexException>(() => longText.ReadString());
        Assert.Throws<CorruptIndexException>(() => negativeText.ReadString());
        Assert.Throws<CorruptIndexException>(() => manyEntries.Clone().ReadStringMap());
        Assert.Throws<CorruptIndexException>(() => manyEntries.Clone().ReadStringSet());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    private static IndexInput Input(params byte[] bytes) => new(new PinnedFileMemory("file", bytes));

    private static IndexInput Written(Action<IndexOutput> write)
    {
        using var directory = new MemoryDirectory();
        using (var output = directory.CreateOutput("file"))
        {
            write(output);
            output.Flush();
        }

        return new IndexInput(directory.OpenFile("file"));
    }
}
