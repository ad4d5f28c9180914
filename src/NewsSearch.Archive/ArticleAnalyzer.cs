using NewsSearch.Lucene.Analysis;
using NewsSearch.SmartCn;

namespace NewsSearch.Archive;

/// <summary>Cuts each field of an article as <see cref="ArticleSchema"/> has it: into words, or into pairs of characters.</summary>
internal sealed class ArticleAnalyzer : Analyzer
{
    private readonly NewsAnalyzer _words = new();
    private readonly CharacterPairAnalyzer _pairs = new();

    public override TokenStream CreateStream(string field) =>
        field is ArticleSchema.TitleGram or ArticleSchema.BodyGram ? _pairs.CreateStream(field) : _words.CreateStream(field);
}
