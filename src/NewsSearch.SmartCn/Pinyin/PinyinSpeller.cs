using System.Text;

namespace NewsSearch.SmartCn.Pinyin;

/// <summary>Spells texts in pinyin. A character with several readings gives several spellings: 重庆 is zhongqing and chongqing.</summary>
public static class PinyinSpeller
{
    /// <summary>The most spellings of one text; the most probable are kept.</summary>
    public const int MaxSpellings = 4;

    /// <summary>The most characters of a text that are spelt.</summary>
    public const int MaxCharacters = 32;

    /// <summary>A spelling this many times less probable than the best one is left out: two rare readings in one word.</summary>
    private const double LeastProbable = 1.0 / 400;

    private const int ChoiceBits = 3;
    private const int MaxChoices = 64 / ChoiceBits;

    /// <summary>The spellings of the beginning of a text, the most probable first; none if it has nothing to spell. Punctuation and spaces are left out.</summary>
    public static IReadOnlyList<PinyinSpelling> Spell(string text) => Spell(text, MaxSpellings);

    /// <summary>As above, with fewer spellings.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many at most, 1 to <see cref="MaxSpellings"/>.</param>
    public static IReadOnlyList<PinyinSpelling> Spell(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MaxSpellings);
        Span<Choice> best = stackalloc Choice[MaxSpellings * ReadingTable.MaxReadings];
        var count = Choose(text, best, most);
        var spellings = new List<PinyinSpelling>(count);
        foreach (var choice in best[..count])
        {
            var (full, initials) = Write(text, choice.Readings);
            if (full.Length > 0 && !spellings.Exists(other => other.Full == full)) spellings.Add(new PinyinSpelling(full, initials, choice.Share / best[0].Share));
        }

        return spellings;
    }

    /// <summary>The forms that letters typed by a reader may mean in our spelling: ü and u may be v after l and n, and nothing but letters and digits counts.</summary>
    public static IReadOnlyList<string> Readings(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var plain = string.Concat(typed.Where(char.IsLetterOrDigit).Select(c => c is 'ü' or 'Ü' ? 'v' : char.ToLowerInvariant(c)));
        var withV = plain.Replace("lu", "lv", StringComparison.Ordinal).Replace("nu", "nv", StringComparison.Ordinal);
        return withV == plain ? [plain] : [plain, withV];
    }

    /// <summary>Fills in the most probable choices of readings, best first, and returns how many.</summary>
    private static int Choose(string text, Span<Choice> best, int most)
    {
        Span<Choice> next = stackalloc Choice[best.Length];
        best[0] = new Choice(1, 0);
        var count = 1;
        var several = 0;
        var characters = 0;
        foreach (var character in text.EnumerateRunes())
        {
            if (++characters > MaxCharacters || several == MaxChoices) break;
            var readings = ReadingTable.Embedded.Of(character);
            if (readings.Length < 2) continue;
            var extended = 0;
            foreach (var choice in best[..count])
            {
                for (var i = 0; i < readings.Length; i++)
                    next[extended++] = new Choice(choice.Share * readings[i].Percent, choice.Readings | (ulong)i << (several * ChoiceBits));
            }

            several++;
            var all = next[..extended];
            all.Sort(static (left, right) => left.Share != right.Share ? right.Share.CompareTo(left.Share) : left.Readings.CompareTo(right.Readings));
            count = 0;
            while (count < most && count < extended && all[count].Share >= all[0].Share * LeastProbable) count++;
            all[..count].CopyTo(best);
        }

        return count;
    }

    private static (string Full, string Initials) Write(string text, ulong choices)
    {
        var full = new StringBuilder();
        var initials = new StringBuilder();
        var several = 0;
        var characters = 0;
        foreach (var character in text.EnumerateRunes())
        {
            if (++characters > MaxCharacters) break;
            var readings = ReadingTable.Embedded.Of(character);
            if (readings.IsEmpty)
            {
                if (!Rune.IsLetterOrDigit(character)) continue;
                var plain = Rune.ToLowerInvariant(character).ToString();
                full.Append(plain);
                initials.Append(plain);
                continue;
            }

            var chosen = 0;
            if (readings.Length > 1 && several < MaxChoices) chosen = (int)(choices >> (several++ * ChoiceBits)) & ((1 << ChoiceBits) - 1);
            full.Append(readings[chosen].Syllable);
            initials.Append(readings[chosen].Syllable[0]);
        }

        return (full.ToString(), initials.ToString());
    }

    /// <param name="Share">How probable, in relation to others of the same text.</param>
    /// <param name="Readings">Which reading of each character with several, three bits each.</param>
    private readonly record struct Choice(double Share, ulong Readings);
}
