namespace NewsSearch.Lucene.Tests.Architecture;

/// <summary>The repository as it stands keeps every rule of its shape; <see cref="ArchitectureRulesTests"/> shows that the rules can fail.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] ReadFolders = ["src", "tests", "tools"];

    private static readonly string[] ReadExtensions = [".cs", ".csproj", ".props", ".md"];

    private static readonly SourceFile[] Files = [.. ReadRepository()];

    [Fact]
    public void Projects_reference_only_their_predecessor() => AssertNone(ArchitectureRules.ProjectsReferenceOnlyTheirPredecessor(Files));

    [Fact]
    public void The_engine_has_no_packages() => AssertNone(ArchitectureRules.TheEngineHasNoPackages(Files));

    [Fact]
    public void Folders_of_the_engine_use_only_what_is_below() => AssertNone(ArchitectureRules.EngineFoldersUseOnlyWhatIsBelow(Files));

    [Fact]
    public void There_are_no_global_usings_of_the_engine() => AssertNone(ArchitectureRules.NoGlobalUsingsOfTheEngine(Files));

    [Fact]
    public void A_namespace_is_the_path_of_its_folder() => AssertNone(ArchitectureRules.NamespaceIsFolderPath(Files));

    [Fact]
    public void Codecs_and_Packing_have_no_public_types() => AssertNone(ArchitectureRules.CodecsAndPackingArePrivate(Files));

    [Fact]
    public void Every_folder_of_a_codec_describes_its_format() => AssertNone(ArchitectureRules.EveryCodecFolderDescribesItsFormat(Files));

    [Fact]
    public void Links_in_the_top_pages_lead_somewhere() =>
        AssertNone(ArchitectureRules.RelativeLinksExist(Files, path => Path.Exists(Repository.PathOf(path))));

    [Fact]
    public void No_folder_or_project_has_an_empty_name() => AssertNone(ArchitectureRules.NoEmptyNames(Files));

    [Fact]
    public void The_rules_see_the_repository()
    {
        Assert.Equal(5, Files.Count(file => file.IsBelow("src") && file.IsProject));
        Assert.Contains(Files, file => file.Path == "src/NewsSearch.Lucene/Analysis/Analyzer.cs");
        Assert.Contains(Files, file => file.Path == "tests/NewsSearch.Lucene.Tests/Architecture/ArchitectureTests.cs");
    }

    /// <summary>Shows every complaint in full, where Assert.Empty would cut them short.</summary>
    private static void AssertNone(IEnumerable<string> complaints) => Assert.True(!complaints.Any(), string.Join('\n', complaints));

    private static IEnumerable<SourceFile> ReadRepository()
    {
        var below = ReadFolders.Select(folder => Repository.PathOf(folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        return Directory.EnumerateFiles(Repository.Root).Concat(below).Where(path => ReadExtensions.Contains(Path.GetExtension(path)))
            .Select(path => (Full: path, FromRoot: Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')))
            .Where(path => !path.FromRoot.Split('/').Any(part => part is "bin" or "obj" or "TestResults"))
            .Select(path => new SourceFile(path.FromRoot, File.ReadAllText(path.Full)));
    }
}
