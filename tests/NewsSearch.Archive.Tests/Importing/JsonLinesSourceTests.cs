using System.Text;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>Lines in, articles and refusals with line numbers out; nothing in a line ends the reading.</summary>
public sealed class JsonLinesSourceTests : IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\n", "\n")]
    [InlineData("\r\n", "\r\n")]
    [InlineData("\n\n \t\r\n", "\n\n")]
    public void Line_ends_and_blank_lines_make_no_difference(string lineEnd, string end)
    {
        var lines = Enumerable.Range(0, 5).Select(Some.Line);
        var imported = _files.Import("a.jsonl", string.Join(lineEnd, lines) + end);
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"id-{i}"), imported.Select(i => i.Article?.Id));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over_at_the_beginning_only()
    {
        var line = Some.Line(1);
        var imported = _files.Import("a.jsonl", $"\uFEFF{line}\n\uFEFF{line}\n");
        Assert.Equal("id-1", imported[0].Article?.Id);
        Assert.StartsWith("not JSON: ", imported[1].Refusal!.Reason);
    }

    [Fact]
    public void A_bad_line_is_refused_by_its_number_and_the_rest_is_read()
    {
        var path = _files.Write("a.jsonl", $"{Some.Line(1)}\n\nno JSON\n{Some.Line(2)}\n{{\"id\":\"x\",\"body\":\"x\"}}\n{Some.Line(3)}");
        var imported = ArticleSources.Open(path).Read().ToList();
        Assert.Equal(["id-1", null, "id-2", null, "id-3"], imported.Select(i => i.Article?.Id));
        Assert.StartsWith("not JSON: ", imported[1].Refusal!.Reason);
        Assert.EndsWith(" at byte 2", imported[1].Refusal!.Reason);
        Assert.Equal(3, imported[1].Refusal!.Line);
        Assert.Equal(new ImportRefusal(path, 5, "has no title"), imported[3].Refusal);
        Assert.Equal($"{path}:5: has no title", imported[3].Refusal!.ToString());
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused_not_replaced()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("{\"id\":\"新"), 0xFF, .. "\"}\n"u8, .. Encoding.UTF8.GetBytes(Some.Line(2))];
        var imported = _files.Import("a.jsonl", bytes);
        Assert.Equal("not UTF-8: 0xFF at byte 11", imported[0].Refusal!.Reason);
        Assert.Equal("id-2", imported[1].Article?.Id);
    }

    [Fact]
    public void A_line_that_is_too_long_is_refused_and_the_next_is_read()
    {
        var path = Path.Combine(_files.Root, "a.jsonl");
        using (var file = new StreamWriter(path))
        {
            file.Write(Some.Line(1) + "\n{\"id\":\"");
            for (var i = 0; i < 40; i++) file.Write(new string('x', 1 << 20));
            file.Write("\"}\n" + Some.Line(3) + "\n");
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var imported = ArticleSources.Open(path).Read().ToList();
        Assert.Equal(["id-1", null, "id-3"], imported.Select(i => i.Article?.Id));
        Assert.Equal(2, imported[1].Refusal!.Line);
        Assert.Equal("the line is longer than 16,777,216 bytes", imported[1].Refusal!.Reason);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 << 20);
    }

    [Theory]
    [InlineData("a.jsonl")]
    [InlineData("a.jsonl.gz")]
    public void Progress_goes_from_nothing_to_the_bytes_on_disk(string name)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 12_000).Select(i => Some.Line(i) + "\n")));
        var source = ArticleSources.Open(_files.Write(name, name.EndsWith(".gz") ? TemporaryFiles.Gzip(text) : text));
        var last = 0L;
        var steps = 0;
        foreach (var imported in source.Read())
        {
            Assert.NotNull(imported.Article);
            Assert.InRange(source.BytesRead, last, source.ByteLength);
            if (source.BytesRead > last) steps++;
            last = source.BytesRead;
        }

        Assert.Equal(source.ByteLength, source.BytesRead);
        Assert.True(steps > 1, "the progress made no step in between");
    }

    [Fact]
    public void An_empty_file_holds_no_article() => Assert.Empty(_files.Import("a.jsonl", ""));

    [Fact]
    public void A_file_may_be_read_twice()
    {
        var source = ArticleSources.Open(_files.Write("a.jsonl", Some.Line(1)));
        Assert.Single(source.Read());
        Assert.Single(source.Read());
    }

    [Fact]
    public void Gzip_cut_off_anywhere_keeps_what_was_read_and_names_the_line()
    {
        const int Count = 400;
        var whole = TemporaryFiles.Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, Count).Select(i => Some.Line(i) + "\n"))));
        // The last cuts run through the trailer one by one.
        var cuts = Enumerable.Range(0, whole.Length / 97 + 1).Select(i => i * 97).Concat(Enumerable.Range(whole.Length - 12, 12));
        foreach (var cut in cuts)
        {
            var imported = _files.Import("a.jsonl.gz", whole[..cut]);
            var refusal = imported[^1].Refusal!;
            Assert.StartsWith($"gzip data ends early, after byte {cut:N0}", refusal.Reason);
            Assert.Equal(Enumerable.Range(0, imported.Count - 1).Select(i => $"id-{i}"), imported.SkipLast(1).Select(i => i.Article?.Id));
            Assert.Equal(imported.Count, refusal.Line);
        }
    }

    [Fact]
    public void A_whole_last_line_before_the_cut_is_kept()
    {
        var gzip = TemporaryFiles.Gzip(Encoding.UTF8.GetBytes(Some.Line(1)));
        var imported = _files.Import("a.jsonl.gz", gzip[..^3]);
        Assert.Equal("id-1", imported[0].Article?.Id);
        Assert.StartsWith("gzip data ends early", imported[1].Refusal!.Reason);
        Assert.Equal(2, imported.Count);
    }

    [Fact]
    public void A_file_that_is_no_gzip_is_refused_on_its_first_line()
    {
        var refusal = Assert.Single(_files.Import("a.jsonl.gz", Some.Line(1))).Refusal!;
        Assert.Equal(1, refusal.Line);
        Assert.StartsWith("no gzip data: the file does not begin with 1F 8B", refusal.Reason);
    }
}
