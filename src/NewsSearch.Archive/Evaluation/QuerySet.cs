namespace NewsSearch.Archive.Evaluation;

/// <summary>Queries with judgements that belong together and are averaged together.</summary>
/// <param name="Name">The name of its file without the endings.</param>
/// <param name="Queries">The queries in the order of the file.</param>
/// <param name="Passed">Lines of the file that were passed over although they are in order, because they ask for no article that exists.</param>
public sealed record QuerySet(string Name, IReadOnlyList<JudgedQuery> Queries, int Passed = 0);
