namespace UnicodeTables;

/// <summary>Traditional characters with the simplified one that stands for each, from Unihan.</summary>
/// <remarks>
/// A character of the standard table of 2013 (those of the dictionary that Unihan quotes as kTGHZ2013) is simplified text already and
/// stays, though Unihan may name another for some of its uses: 乾 in 乾隆, 著 in 著名, 瞭 in 瞭望. Of several simplified characters the one
/// of the standard table is meant, the others being made by analogy (開 is 开, not U+2B52D).
/// </remarks>
internal sealed class HanFolding
{
    private readonly HashSet<int> _standard = [];
    private readonly Dictionary<int, int> _simplified = [];

    public HanFolding(string folder)
    {
        foreach (var fields in UnicodeFile.Lines(folder, "Unihan_Readings.txt", '\t'))
            if (fields[1] == "kTGHZ2013") _standard.Add(UnicodeFile.CodePoint(fields[0]));
        foreach (var fields in UnicodeFile.Lines(folder, "Unihan_Variants.txt", '\t'))
        {
            var traditional = UnicodeFile.CodePoint(fields[0]);
            if (fields[1] != "kSimplifiedVariant" || _standard.Contains(traditional)) continue;
            var candidates = Array.ConvertAll(fields[2].Split(' '), UnicodeFile.CodePoint);
            _simplified[traditional] = Array.Find(candidates, _standard.Contains) is > 0 and var standard ? standard : candidates[0];
        }
    }

    public int Count => _simplified.Count;

    /// <summary>The simplified character, or the character itself.</summary>
    public int Fold(int scalar) => _simplified.GetValueOrDefault(scalar, scalar);
}
