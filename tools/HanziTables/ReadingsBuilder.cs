using System.Globalization;
using System.Text;

namespace HanziTables;

/// <summary>How characters are read in Mandarin, without tones, and how often so where there are several ways.</summary>
internal static class ReadingsBuilder
{
    /// <summary>The share, in per cent, of a reading that dictionaries list and no count of a corpus has: 厦 xia, 曾 zeng.</summary>
    private const int LeastShare = 1;

    /// <summary>A character counted more often has had its chance to be read otherwise: no such reading is taken for it, as 行 heng.</summary>
    private const int MostCounted = 1_000;

    private const string Marked = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêếề";
    private const string Plain = "aaaaeeeeiiiioooouuuuvvvvvnnnmeee";

    /// <summary>The lines of Readings.txt: first those with one reading, by reading, then each character with several.</summary>
    public static IEnumerable<string> Build(UnihanFolder unihan)
    {
        var single = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        var several = new List<string>();
        foreach (var codePoint in unihan.Values("kMandarin").Keys.Where(codePoint => IsCovered(unihan, codePoint)).Order())
        {
            var character = char.ConvertFromUtf32(codePoint);
            var shares = SharesOf(unihan, codePoint);
            if (shares.Count > 1)
            {
                several.Add(character + string.Concat(shares.Select(share => string.Create(CultureInfo.InvariantCulture, $" {share.Reading}:{share.Percent}"))));
                continue;
            }

            if (shares.Count == 0) continue;
            var reading = shares[0].Reading;
            if (!single.TryGetValue(reading, out var characters)) single.Add(reading, characters = new StringBuilder());
            characters.Append(character);
        }

        return single.Select(pair => $"{pair.Key} {pair.Value}").Concat(several);
    }

    /// <summary>All of the first block of Han characters, and of the others those that the state's list of general characters has.</summary>
    private static bool IsCovered(UnihanFolder unihan, int codePoint) =>
        codePoint is >= 0x4E00 and <= 0x9FFF || unihan.Values("kTGHZ2013").ContainsKey(codePoint);

    private static List<(string Reading, int Percent)> SharesOf(UnihanFolder unihan, int codePoint)
    {
        var counts = CountsOf(unihan.Values("kHanyuPinlu").GetValueOrDefault(codePoint, ""));
        if (counts.Values.Sum() <= MostCounted)
            foreach (var reading in ListedReadings(unihan, codePoint)) counts.TryAdd(reading, 0);
        // Interjections are also read as a hum, which nobody types.
        foreach (var hum in counts.Keys.Where(reading => !reading.Any(IsVowel))) counts.Remove(hum);
        if (counts.Count == 0) return [];
        var total = counts.Values.Sum();
        // Without counts the first reading that is listed is the usual one.
        if (total == 0) counts[counts.Keys.First()] = total = 1;
        return
        [
            .. counts.Select(pair => (pair.Key, Math.Max(LeastShare, (int)Math.Round(100.0 * pair.Value / total))))
                .OrderByDescending(share => share.Item2),
        ];
    }

    /// <summary>For example "zhòng(1823) chóng(329)".</summary>
    private static Dictionary<string, int> CountsOf(string pinlu)
    {
        var counts = new Dictionary<string, int>();
        foreach (var part in pinlu.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var reading = WithoutTone(part[..part.IndexOf('(')]);
            var count = int.Parse(part.AsSpan(part.IndexOf('(') + 1).TrimEnd(')'), NumberStyles.None, CultureInfo.InvariantCulture);
            counts[reading] = counts.GetValueOrDefault(reading) + count;
        }

        return counts;
    }

    /// <summary>The usual reading, then those of the dictionary, for example "047.150:chóng 481.090:zhòng".</summary>
    private static IEnumerable<string> ListedReadings(UnihanFolder unihan, int codePoint) =>
        unihan.Values("kMandarin")[codePoint].Split(' ')[..1]
            .Concat(unihan.Values("kTGHZ2013").GetValueOrDefault(codePoint, "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(place => place[(place.IndexOf(':') + 1)..].Split(',')))
            .Select(WithoutTone);

    private static string WithoutTone(string reading)
    {
        var plain = string.Concat(reading.Where(c => !IsCombiningMark(c)).Select(c => Marked.IndexOf(c) is var at and >= 0 ? Plain[at] : c));
        if (plain.All(char.IsAsciiLetterLower)) return plain;
        throw new InvalidDataException($"the reading '{reading}' has more than letters and tone marks");
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'v';

    /// <summary>Unicode has no characters of their own for m and ê with some of the tones.</summary>
    private static bool IsCombiningMark(char c) => c is >= '\u0300' and <= '\u036F';
}
