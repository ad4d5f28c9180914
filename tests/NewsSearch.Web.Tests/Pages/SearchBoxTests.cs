using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSearch.Web.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsSearch.Web.Tests.Pages;

/// <summary>A reader types into the search box of a real browser.</summary>
public sealed class SearchBoxTests(RunningServer server, ChromiumBrowser browser) : IClassFixture<RunningServer>, IClassFixture<ChromiumBrowser>
{
    [SkippableFact]
    public async Task What_is_typed_is_completed_and_Enter_takes_the_marked_suggestion()
    {
        var (page, box) = await OpenAsync();
        await box.PressSequentiallyAsync("滨江");

        var option = page.GetByRole(AriaRole.Option);
        await Expect(option).ToHaveCountAsync(1);
        await Expect(option).ToContainTextAsync(Some.Bridge.Title);
        await Expect(option).ToContainTextAsync("标题");
        await Expect(option).ToContainTextAsync("1 篇");
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");

        await box.PressAsync("ArrowDown");
        await Expect(option).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", "suggestion-0");
        await Expect(box).ToHaveValueAsync(Some.Bridge.Title);
        await box.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(SearchFor(Some.Bridge.Title));
        await Expect(page.Locator(".hit")).ToHaveCountAsync(1);
    }

    [SkippableFact]
    public async Task A_click_takes_a_suggestion_too()
    {
        var (page, box) = await OpenAsync();
        await box.PressSequentiallyAsync("海外");
        await page.GetByRole(AriaRole.Option).ClickAsync();

        await Expect(page.Locator(".hit h2")).ToHaveTextAsync(Some.FarAway.Title);
    }

    [SkippableFact]
    public async Task Arrows_go_round_and_Escape_brings_back_what_was_typed()
    {
        var (page, box) = await OpenAsync();
        await box.PressSequentiallyAsync("北岗村");
        var options = page.GetByRole(AriaRole.Option);
        await Expect(options).ToHaveCountAsync(8);

        await box.PressAsync("ArrowUp");
        await Expect(options.Last).ToHaveAttributeAsync("aria-selected", "true");
        await box.PressAsync("ArrowDown");
        await Expect(box).ToHaveValueAsync("北岗村");
        await box.PressAsync("ArrowDown");
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await box.PressAsync("Escape");
        await Expect(box).ToHaveValueAsync("北岗村");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");

        await box.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(SearchFor("北岗村"));
    }

    [SkippableFact]
    public async Task Nothing_is_asked_while_an_input_method_composes()
    {
        var (page, box) = await OpenAsync();
        var asked = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/api/suggest")) asked.Add(Uri.UnescapeDataString(request.Url));
        };
        await box.FocusAsync();
        var devTools = await page.Context.NewCDPSessionAsync(page);
        foreach (var letters in (string[])["b", "bi", "bin'j", "bin'jiang"])
            await devTools.SendAsync("Input.imeSetComposition", new() { ["text"] = letters, ["selectionStart"] = letters.Length, ["selectionEnd"] = letters.Length });
        await Expect(box).ToHaveValueAsync("bin'jiang");
        // Longer than the script waits after a key.
        await page.WaitForTimeoutAsync(400);
        Assert.Empty(asked);

        await devTools.SendAsync("Input.insertText", new() { ["text"] = "滨江" });
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        Assert.EndsWith("prefix=滨江&size=8", Assert.Single(asked));
    }

    [SkippableFact]
    public async Task Quick_typing_is_one_question()
    {
        var (page, box) = await OpenAsync();
        var asked = 0;
        page.Request += (_, request) => asked += request.Url.Contains("/api/suggest") ? 1 : 0;
        await page.EvaluateAsync("""
            () => {
              const box = document.querySelector("input.search-box");
              box.focus();
              for (const text of ["北", "北岗", "北岗村", "北岗村秋"]) {
                box.value = text;
                box.dispatchEvent(new InputEvent("input", { bubbles: true }));
              }
            }
            """);

        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(8);
        await Expect(box).ToHaveValueAsync("北岗村秋");
        Assert.Equal(1, asked);
    }

    [SkippableFact]
    public async Task What_an_article_contains_is_text_in_a_suggestion()
    {
        var (page, box) = await OpenAsync();
        await box.FillAsync("<script>");

        await Expect(page.Locator(".suggestion-text")).ToHaveTextAsync(Some.Hostile.Title);
        Assert.Equal(0, await page.Locator(".suggestions script").CountAsync());
    }

    [SkippableFact]
    public async Task The_box_closes_when_the_reader_goes_elsewhere_or_nothing_begins_so()
    {
        var (page, box) = await OpenAsync();
        await box.FillAsync("滨江");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await box.FillAsync("滨江没有");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await box.FillAsync("滨江");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await box.BlurAsync();
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task Without_scripts_the_box_still_searches()
    {
        var page = await browser.NewPageAsync(runsScripts: false);
        await page.GotoAsync(server.Url);
        await page.Locator("input.search-box").FillAsync("侨团");
        await page.Locator(".search-button").ClickAsync();

        await Expect(page).ToHaveTitleAsync(new Regex("^侨团"));
        await Expect(page.Locator(".hit")).ToHaveCountAsync(1);
    }

    /// <summary>The date fields are part of the form, empty as they are.</summary>
    private Regex SearchFor(string text) => new("^" + Regex.Escape($"{server.Url}/?q={Uri.EscapeDataString(text)}&"));

    private async Task<(IPage Page, ILocator Box)> OpenAsync()
    {
        var page = await browser.NewPageAsync();
        page.PageError += (_, error) => Assert.Fail(error);
        await page.GotoAsync(server.Url);
        return (page, page.Locator("input.search-box"));
    }
}
