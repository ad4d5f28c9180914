using NewsSearch.Archive.Dictionary;
using NewsSearch.Archive.Searching;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Archive.Tests.Searching;

/// <summary>A dictionary acts on articles that were indexed before it was written, at once, and never on text in quotes.</summary>
public sealed class DictionarySearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Exception> _failures = [];
    private readonly LocalNewsSearcher _searcher;

    public DictionarySearchTests()
    {
        using (var indexer = ArticleIndexer.Open(_folder.FullName))
        {
            indexer.Add(new Article { Id = "short", Title = "上合组织峰会开幕", Body = "峰会今天开幕。" });
            indexer.Add(new Article { Id = "long", Title = "峰会公报", Body = "上海合作组织成员国发表公报。" });
            indexer.Add(new Article { Id = "latin", Title = "The SCO summit", Body = "Leaders of the SCO met." });
            indexer.Add(new Article { Id = "scope", Title = "The scope", Body = "Beyond the scope." });
            indexer.Add(new Article { Id = "apart", Title = "海水养殖合作社", Body = "滨海养殖户在市场上组织合作社，合股经营。" });
            indexer.Commit();
        }

        _searcher = LocalNewsSearcher.Open(_folder.FullName, new LocalSearchOptions { RefreshInterval = TimeSpan.Zero, RefreshFailed = _failures.Add });
    }

    public void Dispose()
    {
        _searcher.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Equivalents_find_old_articles_as_soon_as_the_file_is_written()
    {
        Assert.Equal(["short"], await IdsAsync("上合组织"));
        Write("上合组织 = 上海合作组织 = SCO");
        Assert.Equal(["latin", "long", "short"], await IdsAsync("上合组织"));
        Assert.Equal(["latin", "long", "short"], await IdsAsync("sco"));
        Assert.Equal(["long"], await IdsAsync("上合组织 公报"));
    }

    [Fact]
    public async Task Text_in_quotes_is_not_affected()
    {
        Write("上合组织 = 上海合作组织 = SCO");

        Assert.Equal(["short"], await IdsAsync("“上合组织”"));
    }

    [Fact]
    public async Task A_word_is_kept_together()
    {
        Write("上组织合作");

        var result = await _searcher.SearchAsync(new NewsQuery { Text = "养殖户在市场上组织合作社" }, CancellationToken.None);

        Assert.Contains("上组织合作", result.Reading.Units.Select(unit => unit.Text));
    }

    [Fact]
    public async Task What_was_found_in_place_of_a_word_is_marked()
    {
        Write("上合组织 = 上海合作组织");

        var result = await _searcher.SearchAsync(new NewsQuery { Text = "上合组织" }, CancellationToken.None);

        var snippet = result.Hits.Single(hit => hit.Id == "long").Snippet;
        Assert.Equal(["上海合作组织"], snippet.Highlights.Select(span => snippet.Text.Substring(span.Start, span.Length)));
    }

    [Fact]
    public async Task A_broken_file_is_told_once_and_the_dictionary_from_before_holds()
    {
        Write("上合组织 = SCO");
        Assert.Equal(2, (await IdsAsync("上合组织")).Count);
        Write("上合组织 = = SCO!");

        Assert.Equal(2, (await IdsAsync("上合组织")).Count);
        Assert.Equal(2, (await IdsAsync("上合组织")).Count);
        Assert.Contains("line 1", Assert.Single(_failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dictionary_that_is_taken_away_no_longer_holds()
    {
        Write("上合组织 = SCO");
        Assert.Equal(2, (await IdsAsync("上合组织")).Count);
        File.Delete(Path.Combine(_folder.FullName, DictionaryFile.DefaultName));

        Assert.Equal(["short"], await IdsAsync("上合组织"));
    }

    [Fact]
    public void An_index_is_not_opened_with_a_broken_dictionary()
    {
        Write("=");

        Assert.Throws<DictionaryFileException>(() => LocalNewsSearcher.Open(_folder.FullName));
    }

    [Fact]
    public async Task A_trial_says_how_many_articles_come_and_go()
    {
        var trials = await _searcher.TryDictionaryAsync("上合组织 = 上海合作组织 = SCO", CancellationToken.None);

        Assert.Equal([("上合组织", 1, 3, 2, 0), ("上海合作组织", 1, 3, 2, 0), ("sco", 1, 3, 2, 0)], trials.Select(trial => (trial.Word, trial.Before, trial.After, trial.Gained, trial.Lost)));
        Assert.Equal(["short"], await IdsAsync("上合组织"));
    }

    [Fact]
    public async Task A_trial_knows_of_articles_that_would_no_longer_be_found()
    {
        var trial = Assert.Single(await _searcher.TryDictionaryAsync("公报峰会", CancellationToken.None));

        Assert.Equal((1, 0, 0, 1), (trial.Before, trial.After, trial.Gained, trial.Lost));
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder.FullName, DictionaryFile.DefaultName), text);

    private async Task<List<string>> IdsAsync(string text)
    {
        var result = await _searcher.SearchAsync(new NewsQuery { Text = text }, CancellationToken.None);
        return [.. result.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal)];
    }
}
