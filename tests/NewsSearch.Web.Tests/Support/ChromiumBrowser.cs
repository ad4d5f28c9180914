using Microsoft.Playwright;

namespace NewsSearch.Web.Tests.Support;

/// <summary>A real browser that tests drive: chromium at the place that NEWSSEARCH_CHROMIUM names or where Debian puts it.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The program, whether it is there or not.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("NEWSSEARCH_CHROMIUM") ?? "/usr/bin/chromium";

    public async Task InitializeAsync()
    {
        if (!File.Exists(Path)) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A page in a session of its own; skips the test where there is no browser.</summary>
    public async Task<IPage> NewPageAsync(bool runsScripts = true)
    {
        Skip.If(_browser is null, $"There is no browser at {Path}.");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = runsScripts });
        return await context.NewPageAsync();
    }
}
