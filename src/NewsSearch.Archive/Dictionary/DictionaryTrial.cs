namespace NewsSearch.Archive.Dictionary;

/// <summary>What a dictionary would change in the answer to a word of it.</summary>
/// <param name="Word">What is searched for, as the only text of a query.</param>
/// <param name="UnitsBefore">What is looked for without the change; all of it must occur.</param>
/// <param name="UnitsAfter">What is looked for with it.</param>
/// <param name="Before">Articles found without the change.</param>
/// <param name="After">Articles found with it.</param>
/// <param name="Gained">Articles that are found only with it.</param>
/// <param name="Lost">Articles that are found only without it.</param>
public sealed record DictionaryTrial(
    string Word, IReadOnlyList<ReadUnit> UnitsBefore, IReadOnlyList<ReadUnit> UnitsAfter, int Before, int After, int Gained, int Lost);
