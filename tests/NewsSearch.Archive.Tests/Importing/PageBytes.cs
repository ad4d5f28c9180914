using System.Text;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>A page as the bytes of different writers.</summary>
internal static class PageBytes
{
    public static byte[] Gb18030(string page) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(page);

    public static IEnumerable<byte[]> Variants(string page)
    {
        var crLf = page.Replace("\n", "\r\n");
        yield return Encoding.UTF8.GetBytes(crLf);
        yield return Encoding.UTF8.GetBytes(page.Replace('\n', '\r'));
        yield return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(page)];
        yield return Encoding.UTF8.GetBytes(page.Replace("\n", " \t\u3000\u00A0\n"));
        yield return Encoding.UTF8.GetBytes(page.Replace("\n  ", "\n\u3000\u3000"));
        yield return Gb18030(page);
        yield return Gb18030(crLf);
    }
}
