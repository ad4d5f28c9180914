using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsSearch.Lucene.Tests.Architecture;

/// <summary>
/// The rules of the repository's shape. Each takes files and returns its complaints, so that a test can show it a
/// sample that breaks it. Source is read as text: quick, no compiler needed, and as exact as the house style is strict.
/// </summary>
internal static partial class ArchitectureRules
{
    private const string EngineFolder = "src/NewsSearch.Lucene";

    private static readonly string[] ProjectsInOrder =
        ["NewsSearch.Lucene", "NewsSearch.SmartCn", "NewsSearch.Archive", "NewsSearch.Web", "NewsSearch.Cli"];

    private static readonly string[] EmptyNames =
        ["Common", "Core", "Util", "Utils", "Helpers", "Services", "Infrastructure", "Shared", "Abstractions"];

    /// <summary>What each folder of the engine may use besides itself and the few types at the engine's root.</summary>
    private static readonly Dictionary<string, string[]> AllowedFolders = new()
    {
        ["Store"] = [],
        ["Packing"] = [],
        ["Analysis"] = [],
        ["Documents"] = ["Analysis"],
        ["Codecs"] = ["Store", "Packing", "Analysis", "Documents"],
        ["Reading"] = ["Codecs", "Store", "Packing", "Analysis", "Documents"],
        ["Indexing"] = ["Reading", "Codecs", "Store", "Packing", "Analysis", "Documents"],
        ["Search"] = ["Reading", "Codecs", "Store", "Packing", "Analysis", "Documents"],
        ["Facets"] = ["Search", "Reading", "Codecs", "Store", "Packing", "Analysis", "Documents"],
    };

    public static IEnumerable<string> ProjectsReferenceOnlyTheirPredecessor(IReadOnlyList<SourceFile> files)
    {
        foreach (var project in files.Where(file => file.IsBelow("src") && file.IsProject))
        {
            var name = Path.GetFileNameWithoutExtension(project.Name);
            var index = Array.IndexOf(ProjectsInOrder, name);
            if (index < 0)
            {
                yield return $"{project.Path}: not one of the projects of the design";
                continue;
            }
            string[] allowed = index == 0 ? [] : [ProjectsInOrder[index - 1]];
            var references = Includes(project, "ProjectReference")
                .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).ToArray();
            if (references.SequenceEqual(allowed)) continue;
            yield return $"{project.Path}: references [{string.Join(", ", references)}], not [{string.Join(", ", allowed)}]";
        }
    }

    public static IEnumerable<string> TheEngineHasNoPackages(IReadOnlyList<SourceFile> files) =>
        from project in files
        where project.IsProject && project.IsBelow(EngineFolder)
        from package in Includes(project, "PackageReference").Concat(Includes(project, "Reference"))
        select $"{project.Path}: the engine stands on the base library alone, not on {package}";

    public static IEnumerable<string> EngineFoldersUseOnlyWhatIsBelow(IReadOnlyList<SourceFile> files)
    {
        var sources = EngineSources(files).ToArray();
        // "Search.Query" written in Codecs reaches upwards without a using line, so types are known by their file names.
        var qualifiedNames = sources.Select(file => $"{EngineSubfolder(file)}.{Path.GetFileNameWithoutExtension(file.Name)}").ToHashSet();
        foreach (var file in sources)
        {
            var own = EngineSubfolder(file);
            if (own.Length > 0 && !AllowedFolders.ContainsKey(own)) yield return $"{file.Path}: {own} is no folder of the engine's design";
            var allowed = AllowedFolders.GetValueOrDefault(own, []);
            var used = EngineNamespace().Matches(file.Text)
                .Concat(QualifiedName().Matches(file.Text).Where(match => qualifiedNames.Contains(match.Value)))
                .Select(match => match.Groups["folder"].Value).Where(AllowedFolders.ContainsKey).Distinct();
            foreach (var folder in used.Where(folder => folder != own && !allowed.Contains(folder)))
            {
                yield return $"{file.Path}: {(own.Length > 0 ? own : "the root")} may not use {folder}";
            }
        }
    }

    public static IEnumerable<string> NoGlobalUsingsOfTheEngine(IReadOnlyList<SourceFile> files) =>
        from file in files
        where GlobalUsing().IsMatch(file.Text)
            || (file.IsProject && Includes(file, "Using").Any(name => name.StartsWith("NewsSearch.Lucene", StringComparison.Ordinal)))
        select $"{file.Path}: a global using of the engine would hide what a file depends on";

    public static IEnumerable<string> NamespaceIsFolderPath(IReadOnlyList<SourceFile> files)
    {
        foreach (var file in files.Where(file => file.IsBelow("src") && file.IsSource && file.Name != "Program.cs"))
        {
            var expected = file.Folder["src/".Length..].Replace('/', '.');
            var declared = DeclaredNamespace().Match(file.Text).Groups["name"].Value;
            if (declared != expected) yield return $"{file.Path}: declares namespace '{declared}', not '{expected}'";
        }
    }

    public static IEnumerable<string> CodecsAndPackingArePrivate(IReadOnlyList<SourceFile> files) =>
        from file in EngineSources(files)
        where EngineSubfolder(file) is "Codecs" or "Packing"
        from Match match in PublicType().Matches(file.Text)
        select $"{file.Path}: '{match.Value.Trim()}' must be internal";

    public static IEnumerable<string> EveryCodecFolderDescribesItsFormat(IReadOnlyList<SourceFile> files)
    {
        const string codecs = EngineFolder + "/Codecs";
        var folders = files.Where(file => file.IsBelow(codecs)).Select(file => file.Folder).Where(folder => folder != codecs).Distinct();
        return folders.Where(folder => files.All(file => file.Path != folder + "/FORMAT.md")).Select(folder => $"{folder}: has no FORMAT.md");
    }

    /// <param name="exists">Whether a path from the root is a file or folder.</param>
    public static IEnumerable<string> RelativeLinksExist(IReadOnlyList<SourceFile> files, Func<string, bool> exists) =>
        from page in files
        where page.Path is "README.md" or "ARCHITECTURE.md"
        from Match match in MarkdownLink().Matches(page.Text)
        let target = match.Groups["target"].Value
        where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        let path = target.Split('#')[0]
        where path.Length > 0 && !exists(path)
        select $"{page.Path}: links to {target}, which does not exist";

    public static IEnumerable<string> NoEmptyNames(IReadOnlyList<SourceFile> files) =>
        files.SelectMany(file => file.Folder.Split('/')).Distinct()
            .Where(folder => folder.Split('.').Any(part => EmptyNames.Contains(part, StringComparer.OrdinalIgnoreCase)))
            .Select(folder => $"{folder}: a name that says nothing; name it by what it does");

    private static IEnumerable<string> Includes(SourceFile project, string element) =>
        XDocument.Parse(project.Text).Descendants(element).Select(item => item.Attribute("Include")?.Value ?? "");

    private static IEnumerable<SourceFile> EngineSources(IReadOnlyList<SourceFile> files) =>
        files.Where(file => file.IsSource && file.IsBelow(EngineFolder));

    /// <summary>The first folder below the engine's, empty for a file at its root.</summary>
    private static string EngineSubfolder(SourceFile file)
    {
        var below = file.Path[(EngineFolder.Length + 1)..];
        return below.Contains('/') ? below[..below.IndexOf('/')] : "";
    }

    [GeneratedRegex(@"NewsSearch\.Lucene\.(?<folder>\w+)")]
    private static partial Regex EngineNamespace();

    [GeneratedRegex(@"(?<![\w.])(?<folder>[A-Z]\w*)\.[A-Z]\w*")]
    private static partial Regex QualifiedName();

    [GeneratedRegex(@"^\s*global\s+using\s+(static\s+)?(\w+\s*=\s*)?NewsSearch\.Lucene\b", RegexOptions.Multiline)]
    private static partial Regex GlobalUsing();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex DeclaredNamespace();

    // File-scoped namespaces leave types at the first column; what is nested in an internal type is not public.
    [GeneratedRegex(@"^public\s+(\w+\s+)*?(class|struct|interface|enum|record|delegate)\b.*$", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)[^)]*\)")]
    private static partial Regex MarkdownLink();
}
