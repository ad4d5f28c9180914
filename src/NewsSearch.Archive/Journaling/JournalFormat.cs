using System.Globalization;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Journaling;

/// <summary>Names and constants of the journal's files; the grammar stands in JOURNAL-FORMAT.md.</summary>
internal static class JournalFormat
{
    /// <summary>
    /// Version of the form that is written.
    /// 1: the first.
    /// </summary>
    public const int Version = 1;

    /// <summary>Entry of a commit's user data: the sequence number of the last write that the commit holds.</summary>
    public const string CommitKey = "newssearch.journal.sequence";

    /// <summary>Bytes of a file's header: magic, version, sequence number of the first write, checksum.</summary>
    public const int HeaderLength = 4 + sizeof(int) + sizeof(long) + ChecksumLength;

    /// <summary>Bytes of a group before its records: magic, length of the records, sequence number of the first.</summary>
    public const int GroupHeaderLength = 4 + sizeof(int) + sizeof(long);

    public const int ChecksumLength = sizeof(uint);

    /// <summary>Bytes of a record before its content: kind, length.</summary>
    public const int RecordHeaderLength = 1 + sizeof(int);

    private const string Prefix = "articles_";
    private const string Suffix = ".journal";

    // No text in UTF-8 has the byte FF, so an article can't contain what looks like a group.
    public static ReadOnlySpan<byte> FileMagic => [0xFF, (byte)'N', (byte)'S', (byte)'J'];

    public static ReadOnlySpan<byte> GroupMagic => [0xFF, (byte)'N', (byte)'S', (byte)'G'];

    public static string FileName(long firstSequence) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{firstSequence}{Suffix}");

    /// <summary>The numbers in the names of the directory's journal files, the greatest first. More than one is there only after a crash.</summary>
    public static IReadOnlyList<long> FilesNewestFirst(IndexDirectory directory) =>
        [.. directory.ListAll().Select(FirstSequenceOf).Where(first => first >= 0).OrderDescending()];

    /// <summary>The number of the last write that a commit holds; 0 if no write went through the journal.</summary>
    /// <exception cref="CorruptIndexException">It is no number.</exception>
    public static long CommittedSequence(string directory, IReadOnlyDictionary<string, string> commitData)
    {
        if (!commitData.TryGetValue(CommitKey, out var text)) return 0;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)) return sequence;
        throw new CorruptIndexException(directory, -1, $"\"{text}\" as {CommitKey} of the newest commit", "a number");
    }

    /// <summary>The sequence number in the name of a journal file, or -1 for a file of another kind.</summary>
    public static long FirstSequenceOf(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !name.EndsWith(Suffix, StringComparison.Ordinal)) return -1;
        var number = name.AsSpan(Prefix.Length..^Suffix.Length);
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && FileName(sequence) == name ? sequence : -1;
    }
}
