using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace NewsSearch.Archive.Importing;

/// <summary>Decodes a page: UTF-8, or else GB18030, the encoding of older Chinese pages (GBK and GB2312 are part of it).</summary>
internal static class PageText
{
    private const int Gb18030CodePage = 54936;

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        Gb18030CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text, or null with the problem in words and its line.</summary>
    public static string? Decode(ReadOnlySpan<byte> page, out long line, out string? problem)
    {
        (line, problem) = (0, null);
        if (page.StartsWith("\uFEFF"u8)) page = page[3..];
        if (Utf8.IsValid(page)) return Encoding.UTF8.GetString(page);
        if (IsDamagedUtf8(page, out var damage))
        {
            line = LineAt(page, damage);
            problem = $"not UTF-8: 0x{page[damage]:X2} at byte {damage + 1} of the page";
            return null;
        }

        var text = DecodeGb18030(page, out var bad);
        if (text is not null) return text;
        line = LineAt(page, bad);
        problem = $"neither UTF-8 nor GB18030: 0x{page[bad]:X2} at byte {bad + 1} of the page";
        return null;
    }

    /// <summary>
    /// GB18030 makes characters of nearly any bytes, wrong ones of UTF-8. Chinese in UTF-8 is three bytes a character, all
    /// right but for the damage; Chinese in GB18030 shows such threes by chance only, fewer than places that are no UTF-8.
    /// </summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> page, out int firstDamage)
    {
        firstDamage = -1;
        var threes = 0;
        var damages = 0;
        for (var place = 0; place < page.Length;)
        {
            var isRune = Rune.DecodeFromUtf8(page[place..], out _, out var length) == OperationStatus.Done;
            if (!isRune && firstDamage < 0) firstDamage = place;
            if (!isRune) damages++;
            else if (length == 3) threes++;
            place += length;
        }

        return threes > damages;
    }

    private static string? DecodeGb18030(ReadOnlySpan<byte> page, out int bad)
    {
        bad = 0;
        try
        {
            return Gb18030.GetString(page);
        }
        catch (DecoderFallbackException e)
        {
            bad = Math.Clamp(e.Index, 0, page.Length - 1);
            return null;
        }
    }

    private static long LineAt(ReadOnlySpan<byte> page, int place) => page[..place].Count((byte)'\n') + 1;
}
