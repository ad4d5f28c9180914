using System.Globalization;

namespace NewsSearch.Archive;

/// <summary>An index holds articles in another form than this program reads and writes; the message says which, and what to do.</summary>
/// <param name="directory">Name of the index.</param>
/// <param name="found">The version of its schema, as it stands there.</param>
public sealed class ArticleSchemaException(string directory, string found) : IOException(
    string.Create(CultureInfo.InvariantCulture, $"The articles in {directory} lie there in version {found} of the schema; this program has version {ArticleSchema.Version}. ")
    + "Index them again into an empty folder (newssearch index PATH… --index DIR), or use the program that wrote them.")
{
    /// <summary>The version of the index's schema, as it stands there.</summary>
    public string Found { get; } = found;
}
