namespace NewsSearch.Lucene.Tests.Architecture;

/// <summary>Every rule finds a sample that breaks it and lets one pass that keeps it.</summary>
public sealed class ArchitectureRulesTests
{
    [Theory]
    [InlineData("NewsSearch.Lucene", "NewsSearch.SmartCn")]
    [InlineData("NewsSearch.Archive", "NewsSearch.Lucene")]
    [InlineData("NewsSearch.Archive", "NewsSearch.SmartCn", "NewsSearch.Lucene")]
    [InlineData("NewsSearch.Web")]
    [InlineData("NewsSearch.Extra", "NewsSearch.Cli")]
    public void A_project_with_other_references_is_found(string project, params string[] references) =>
        Assert.Single(ArchitectureRules.ProjectsReferenceOnlyTheirPredecessor([Project(project, references)]));

    [Fact]
    public void A_project_that_references_its_predecessor_passes() =>
        Assert.Empty(ArchitectureRules.ProjectsReferenceOnlyTheirPredecessor(
            [Project("NewsSearch.Lucene"), Project("NewsSearch.SmartCn", "NewsSearch.Lucene")]));

    [Fact]
    public void A_package_of_the_engine_is_found()
    {
        var withPackage = new SourceFile(
            "src/NewsSearch.Lucene/NewsSearch.Lucene.csproj",
            """<Project><ItemGroup><PackageReference Include="K4os.Compression.LZ4" /></ItemGroup></Project>""");

        Assert.Contains("K4os", Assert.Single(ArchitectureRules.TheEngineHasNoPackages([withPackage])), StringComparison.Ordinal);
        Assert.Empty(ArchitectureRules.TheEngineHasNoPackages([withPackage with { Path = "src/NewsSearch.Cli/NewsSearch.Cli.csproj" }]));
    }

    [Theory]
    [InlineData("Codecs/Terms/A.cs", "using NewsSearch.Lucene.Search;")]
    [InlineData("Codecs/A.cs", "using static NewsSearch.Lucene.Reading.DirectoryReader;")]
    [InlineData("Codecs/A.cs", "using Found = NewsSearch.Lucene.Search.TopDocs;")]
    [InlineData("Store/A.cs", "new NewsSearch.Lucene.Packing.VInt();")]
    [InlineData("Store/A.cs", "new Search.TopDocs();")]
    [InlineData("Search/A.cs", "using NewsSearch.Lucene.Indexing;")]
    [InlineData("Indexing/A.cs", "using NewsSearch.Lucene.Search.Queries;")]
    [InlineData("Search/A.cs", "using NewsSearch.Lucene.Facets;")]
    [InlineData("Analysis/A.cs", "using NewsSearch.Lucene.Documents;")]
    [InlineData("CorruptIndexException.cs", "using NewsSearch.Lucene.Store;")]
    [InlineData("Managers/A.cs", "")]
    public void A_folder_of_the_engine_that_reaches_upwards_is_found(string path, string text) =>
        Assert.Single(ArchitectureRules.EngineFoldersUseOnlyWhatIsBelow([Engine(path, text), Engine("Search/TopDocs.cs", "")]));

    [Theory]
    [InlineData("Codecs/Terms/A.cs", "using NewsSearch.Lucene.Codecs.Postings; using NewsSearch.Lucene.Store; using NewsSearch.Lucene.Documents;")]
    [InlineData("Facets/A.cs", "using NewsSearch.Lucene.Search; using NewsSearch.Lucene.Reading;")]
    [InlineData("Indexing/A.cs", "using NewsSearch.Lucene.Reading; using NewsSearch.Lucene.Codecs.Norms;")]
    [InlineData("Reading/A.cs", "using NewsSearch.Lucene; var store = Store.Open(); var count = reader.Search.TopDocs;")]
    public void A_folder_of_the_engine_that_uses_what_is_below_passes(string path, string text) =>
        Assert.Empty(ArchitectureRules.EngineFoldersUseOnlyWhatIsBelow([Engine(path, text), Engine("Search/TopDocs.cs", "")]));

    [Theory]
    [InlineData("src/NewsSearch.Cli/Usings.cs", "global using NewsSearch.Lucene.Search;")]
    [InlineData("tests/NewsSearch.Lucene.Tests/Usings.cs", "using System;\nglobal using static NewsSearch.Lucene.Store.A;")]
    [InlineData("src/NewsSearch.Cli/NewsSearch.Cli.csproj", """<Project><ItemGroup><Using Include="NewsSearch.Lucene.Search" /></ItemGroup></Project>""")]
    public void A_global_using_of_the_engine_is_found(string path, string text) =>
        Assert.Single(ArchitectureRules.NoGlobalUsingsOfTheEngine(
            [new SourceFile(path, text), new SourceFile("src/A.cs", "using NewsSearch.Lucene.Search;")]));

    [Theory]
    [InlineData("src/NewsSearch.Cli/Commands/A.cs", "namespace NewsSearch.Cli;", 1)]
    [InlineData("src/NewsSearch.Cli/Commands/A.cs", "class A;", 1)]
    [InlineData("src/NewsSearch.Cli/Commands/A.cs", "using System;\n\nnamespace NewsSearch.Cli.Commands;", 0)]
    [InlineData("src/NewsSearch.Cli/Program.cs", "return 0;", 0)]
    public void A_namespace_that_is_not_the_path_is_found(string path, string text, int complaints) =>
        Assert.Equal(complaints, ArchitectureRules.NamespaceIsFolderPath([new SourceFile(path, text)]).Count());

    [Theory]
    [InlineData("Codecs/A.cs", "public sealed class A;", 1)]
    [InlineData("Codecs/Terms/A.cs", "namespace N;\n\npublic readonly record struct A;\n", 1)]
    [InlineData("Packing/A.cs", "public static unsafe class A\n{\n}", 1)]
    [InlineData("Packing/A.cs", "internal static class A\n{\n    public enum Kind { }\n    public static void B() { }\n}", 0)]
    [InlineData("Search/A.cs", "public sealed class A;", 0)]
    public void A_public_type_in_Codecs_or_Packing_is_found(string path, string text, int complaints) =>
        Assert.Equal(complaints, ArchitectureRules.CodecsAndPackingArePrivate([Engine(path, text)]).Count());

    [Fact]
    public void A_folder_of_a_codec_without_a_description_is_found()
    {
        SourceFile[] files =
        [
            Engine("Codecs/CodecHeader.cs", ""), Engine("Codecs/Terms/TermsReader.cs", ""),
            Engine("Codecs/Norms/NormsReader.cs", ""), Engine("Codecs/Norms/FORMAT.md", ""),
        ];

        Assert.Equal(["src/NewsSearch.Lucene/Codecs/Terms: has no FORMAT.md"], ArchitectureRules.EveryCodecFolderDescribesItsFormat(files));
    }

    [Fact]
    public void A_link_to_nothing_is_found()
    {
        var page = new SourceFile(
            "README.md", "[a](src/here) [b](src/gone#part) [c](#part) [d](https://lucene.apache.org/x) [e](src/here#part \"title\")");

        var complaints = ArchitectureRules.RelativeLinksExist([page], path => path == "src/here");

        Assert.Equal(["README.md: links to src/gone#part, which does not exist"], complaints);
    }

    [Theory]
    [InlineData("src/NewsSearch.Common/A.cs", 1)]
    [InlineData("src/NewsSearch.Lucene/Util/A.cs", 1)]
    [InlineData("tests/helpers/A.cs", 1)]
    [InlineData("src/NewsSearch.Lucene/Search/Utility.cs", 0)]
    public void A_name_that_says_nothing_is_found(string path, int complaints) =>
        Assert.Equal(complaints, ArchitectureRules.NoEmptyNames([new SourceFile(path, "")]).Count());

    private static SourceFile Engine(string path, string text) => new("src/NewsSearch.Lucene/" + path, text);

    private static SourceFile Project(string name, params string[] references) => new(
        $"src/{name}/{name}.csproj",
        $"<Project><ItemGroup>{string.Concat(references.Select(other => $"""<ProjectReference Include="../{other}/{other}.csproj" />"""))}</ItemGroup></Project>");
}
