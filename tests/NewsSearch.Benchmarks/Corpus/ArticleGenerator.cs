using System.Text;
using NewsSearch.Archive;
using NewsSearch.Archive.Importing;
using NewsSearch.Cli.Measuring;

namespace NewsSearch.Benchmarks.Corpus;

/// <summary>
/// Makes any number of articles out of real ones. Each follows a real article chosen at random in the length of its body, its source, channel
/// and time; the sentences of the body and the headline are chosen at random among all real ones. So words have the frequencies of
/// real news, and lengths, sources and dates their distribution; only what belongs together is mixed. Thread-safe.
/// </summary>
internal sealed class ArticleGenerator
{
    private readonly SentencePool _sentences = new();
    private readonly List<ArticleModel> _models = [];
    private readonly ulong _seed;

    /// <summary>Reads all real articles of a folder; what is kept of them is all the memory that generating takes.</summary>
    public ArticleGenerator(string folder, ulong seed)
    {
        _seed = seed;
        var channels = new Dictionary<ChannelPath, ChannelPath>();
        foreach (var file in ArticleSources.FindFiles([folder]))
        {
            foreach (var imported in ArticleSources.Open(file).Read())
            {
                if (imported.Article is not { } article || string.IsNullOrWhiteSpace(article.Body)) continue;
                _sentences.AddText(article.Body);
                channels.TryAdd(article.Channel, article.Channel);
                var source = article.Source is null ? null : string.Intern(article.Source);
                _models.Add(new ArticleModel(article.Title, article.Body.Length, source, channels[article.Channel], article.PublishedAt));
            }
        }

        if (_models.Count == 0) throw new InvalidDataException($"There are no articles in {folder}.");
    }

    /// <summary>What it was made of, for the head of a report.</summary>
    public string Description => $"sentences of {_models.Count:N0} articles ({_sentences.Count:N0} sentences) shuffled, seed {_seed}";

    /// <summary>One of the articles; the same for the same seed and number.</summary>
    public Article Create(long number)
    {
        var random = SeededRandom.For(_seed, number);
        var model = _models[random.Below(_models.Count)];
        return new Article
        {
            Id = $"generated-{_seed}-{number}",
            Title = _models[random.Below(_models.Count)].Title,
            Body = CreateBody(model.BodyLength, ref random),
            Source = model.Source,
            Channel = model.Channel,
            PublishedAt = model.PublishedAt,
        };
    }

    private string CreateBody(int length, ref SeededRandom random)
    {
        var body = new StringBuilder(length + 128);
        do
        {
            var sentence = _sentences[random.Below(_sentences.Count)];
            // Of too short and too long the nearer one.
            if (body.Length > 0 && body.Length + sentence.Length / 2 > length) break;
            body.Append(sentence);
        }
        while (body.Length < length);
        return body.ToString().TrimEnd('\n');
    }
}
