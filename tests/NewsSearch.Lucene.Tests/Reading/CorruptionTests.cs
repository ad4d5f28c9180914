using NewsSearch.Lucene.Reading.Checking;
using NewsSearch.Lucene.Store;
using Xunit.Abstractions;

namespace NewsSearch.Lucene.Tests.Reading;

/// <summary>
/// Damage of any kind is noticed, or does no harm: at open, at a search, or at the latest by a check; never a crash, a hang,
/// memory without end, or a wrong answer that nobody reports. NEWSSEARCH_LONG_TESTS=1 runs many more cases.
/// </summary>
public sealed class CorruptionTests(ITestOutputHelper output)
{
    private const int Seed = 20481;

    /// <summary>To ask everything and to check takes some 20 MB, most of it for copies of the files in memory.</summary>
    private const long MostBytes = 100L << 20;

    // The indexes of Lucene.NET are large: most cases are of ours, which has every kind of field but compound files and term vectors.
    private static readonly string[] Subjects = [.. Enumerable.Repeat(SmallIndex.Own, 27), "plain", "compound", "one-segment"];
    private static readonly Dictionary<string, (SortedDictionary<string, byte[]> Files, string Answers)> Sound = [];

    private static int CaseCount => LongTests.AreOn ? 2000 : 300;

    [Fact]
    public void A_changed_byte_anywhere_is_noticed_or_harmless() => Run("change", (random, files, file) =>
    {
        var bytes = (byte[])files[file].Clone();
        var at = random.Next(bytes.Length);
        bytes[at] ^= (byte)random.Next(1, 256);
        files[file] = bytes;
        return $"byte {at}";
    }, AssertNoticed);

    [Fact]
    public void A_cut_anywhere_is_noticed_or_harmless() => Run("cut", (random, files, file) =>
    {
        var length = random.Next(files[file].Length);
        files[file] = files[file][..length];
        return $"cut to {length} bytes";
    }, AssertNoticed);

    [Fact]
    public void A_changed_byte_with_a_checksum_made_to_fit_ends_in_answers_or_clear_errors() => Run("hostile", (random, files, file) =>
    {
        var bytes = (byte[])files[file].Clone();
        // Heads and directories, at either end, decide more than what lies between.
        var at = random.Next(3) switch
        {
            0 => random.Next(Math.Min(120, bytes.Length)),
            1 => Math.Max(0, bytes.Length - 17 - random.Next(120)),
            _ => random.Next(bytes.Length),
        };
        bytes[at] = random.Next(3) switch { 0 => 0xFF, 1 => (byte)(bytes[at] ^ 1 << random.Next(8)), _ => (byte)random.Next(256) };
        files[file] = bytes;
        Footers.Correct(files, file);
        return $"byte {at} is {bytes[at]:X2}";
    }, AssertOrderly);

    [Fact]
    public void A_negative_number_under_a_checksum_made_to_fit_ends_in_answers_or_clear_errors() => Run("negative", (random, files, file) =>
    {
        var bytes = (byte[])files[file].Clone();
        byte[] number = random.Next(2) == 0 ? [0xFF, 0xFF, 0xFF, 0xFF, 0x0F] : [0x80, 0x80, 0x80, 0x80, 0x08];
        var at = random.Next(bytes.Length - number.Length);
        number.CopyTo(bytes, at);
        files[file] = bytes;
        Footers.Correct(files, file);
        return $"the bytes from {at} on are a VInt of -1 or the least there is";
    }, AssertOrderly);

    private void Run(
        string kind, Func<Random, SortedDictionary<string, byte[]>, string, string> damage, Func<MemoryDirectory, string, string, string> examine)
    {
        // To run one case again, alone, by its number.
        var only = Environment.GetEnvironmentVariable("NEWSSEARCH_CORRUPTION_CASE");
        var descriptions = new string[CaseCount];
        var outcomes = new SortedDictionary<string, int>();
        foreach (var subject in Subjects.Distinct()) Prepare(subject);
        var most = GuardedThread.Run(CaseCount, MostBytes, number =>
        {
            if (only is not null && only != $"{number}") return;
            var random = new Random(Seed + number);
            var subject = Subjects[random.Next(Subjects.Length)];
            var (sound, answers) = Sound[subject];
            var files = new SortedDictionary<string, byte[]>(sound, StringComparer.Ordinal);
            var file = files.Keys.ElementAt(random.Next(files.Count));
            descriptions[number] = $"case {number} ({kind}) of {subject}: {file}";
            descriptions[number] += ", " + damage(random, files, file);
            using var directory = SmallIndex.ToDirectory(files);
            var outcome = examine(directory, file, answers);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }, number => descriptions[number]);
        output.WriteLine($"{CaseCount} cases of kind {kind}: {string.Join(", ", outcomes.Select(outcome => $"{outcome.Value} {outcome.Key}"))}; at most {most:N0} bytes allocated");
    }

    private static void Prepare(string subject)
    {
        lock (Sound)
        {
            if (Sound.ContainsKey(subject)) return;
            var files = SmallIndex.Load(subject);
            using var directory = SmallIndex.ToDirectory(files);
            Assert.True(IndexChecker.Check(directory).IsClean);
            var answers = Questions.Ask(directory, isOwn: subject == SmallIndex.Own);
            Assert.DoesNotContain("error", answers, StringComparison.Ordinal);
            Sound.Add(subject, (files, answers));
        }
    }

    private static string AssertNoticed(MemoryDirectory directory, string file, string expected)
    {
        var isClean = IndexChecker.Check(directory).IsClean;
        try
        {
            var answers = Questions.Ask(directory, isOwn: expected == Sound[SmallIndex.Own].Answers);
            if (answers != expected && isClean) Assert.Fail("Other answers than before, and the check finds nothing.");
            // The one file whose content is only a hint; everything else is under a checksum.
            Assert.True(!isClean || file == "segments.gen", "The check finds nothing.");
            return isClean ? "harmless" : answers == expected ? "noticed by the check alone, same answers" : "noticed by the check alone, other answers";
        }
        catch (CorruptIndexException)
        {
            Assert.False(isClean, "There is an error at opening or searching, but the check finds nothing.");
            return "noticed at opening or searching";
        }
    }

    private static string AssertOrderly(MemoryDirectory directory, string file, string expected)
    {
        var errors = 0;
        var answers = Questions.Ask(directory, isOwn: expected == Sound[SmallIndex.Own].Answers, error =>
        {
            errors++;
            return IsClear(error);
        });
        bool isClean;
        try
        {
            isClean = IndexChecker.Check(directory).IsClean;
        }
        catch (IndexNotFoundException)
        {
            isClean = false;
        }

        return errors > 0 ? "refused" : !isClean ? "noticed by the check alone" : answers == expected ? "harmless" : "believed";
    }

    /// <summary>Errors that name what is wrong with a file, or what a query wants of a field that it (now) does not have.</summary>
    private static bool IsClear(Exception error) => error switch
    {
        CorruptIndexException or IndexNotFoundException => true,
        // What a changed name of a format or type of a column amounts to.
        NotSupportedException => true,
        InvalidOperationException and not ObjectDisposedException => error.Message.Contains("column", StringComparison.Ordinal) || error.Message.Contains("positions; a phrase", StringComparison.Ordinal),
        _ => false,
    };
}
