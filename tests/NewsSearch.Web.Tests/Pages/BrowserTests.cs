using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsSearch.Web.Tests.Support;

namespace NewsSearch.Web.Tests.Pages;

/// <summary>A real browser opens the pages; needs chromium at the place that NEWSSEARCH_CHROMIUM names or where Debian puts it.</summary>
public sealed class BrowserTests(RunningServer server) : IClassFixture<RunningServer>
{
    [SkippableTheory]
    [InlineData("/?q=稻田", ".hit", 10)]
    [InlineData("/articles/bridge-1", ".story-body p", 3)]
    [InlineData("/?q=标题", ".hit h2 a", 1)]
    public async Task A_browser_shows_the_page_without_a_complaint(string path, string selector, int count)
    {
        Skip.IfNot(File.Exists(ChromiumBrowser.Path), $"There is no browser at {ChromiumBrowser.Path}.");
        var profile = Directory.CreateTempSubdirectory("newssearch-browser-");
        try
        {
            var (document, complaints) = await OpenAsync(server.Url + path, profile.FullName);

            var page = await new HtmlParser().ParseDocumentAsync(document);
            Assert.Equal(count, page.QuerySelectorAll(selector).Length);
            Assert.DoesNotContain("CONSOLE", complaints);
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    private static async Task<(string Document, string Complaints)> OpenAsync(string url, string profile)
    {
        var start = new ProcessStartInfo(ChromiumBrowser.Path) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--user-data-dir=" + profile, "--dump-dom", url];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var browser = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var document = browser.StandardOutput.ReadToEndAsync(limit.Token);
        var complaints = browser.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await browser.WaitForExitAsync(limit.Token);
            return (await document, await complaints);
        }
        finally
        {
            if (!browser.HasExited) browser.Kill(entireProcessTree: true);
        }
    }
}
