using FsCheck.Xunit;
using NewsSearch.Archive.Journaling;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Tests.Journaling;

/// <summary>
/// A torn end is dropped, wherever it is torn; a broken write that had been acknowledged is refused by name; nothing is ever
/// read that was not written.
/// </summary>
public sealed class JournalDamageTests
{
    private const string Name = "articles_1.journal";

    /// <summary>Writes of each group.</summary>
    private static readonly int[] GroupSizes = [1, 3, 1, 2];

    [Fact]
    public void At_every_truncation_point_the_whole_groups_are_kept_and_the_journal_goes_on()
    {
        var (bytes, ends) = Write(isEnded: false);
        for (var length = 0; length < bytes.Length; length++)
        {
            using var directory = new MemoryDirectory();
            directory.WriteFile(Name, bytes[..length]);
            var wholeGroups = ends.Count(end => end <= length) - 1;
            var whole = GroupSizes.Take(Math.Max(0, wholeGroups)).Sum();

            var (ids, recovery) = Read(directory);
            Assert.Equal(Ids(whole), ids);
            Assert.Equal(new JournalRecovery(whole, length - ends.LastOrDefault(end => end <= length)), recovery);

            using (var journal = Journal.Open(directory, 0, _ => { })) journal.Append(JournalRecord.Delete("later").Encode());
            Assert.Equal([.. Ids(whole), "later"], Read(directory).Ids);
        }
    }

    [Fact]
    public void Every_flipped_bit_before_the_last_group_is_refused_by_name_and_none_is_read_wrongly()
    {
        var (bytes, ends) = Write(isEnded: false);
        foreach (var (place, broken) in Flips(bytes))
        {
            if (place < ends[^2])
            {
                AssertRefused(broken, ends.LastOrDefault(end => end <= place));
                continue;
            }

            using var directory = new MemoryDirectory();
            directory.WriteFile(Name, broken);
            Assert.Equal(Ids(GroupSizes.SkipLast(1).Sum()), Read(directory).Ids);
        }
    }

    [Fact]
    public void After_closing_in_order_no_flipped_bit_loses_a_write()
    {
        var (bytes, ends) = Write(isEnded: true);
        foreach (var (place, broken) in Flips(bytes))
        {
            if (place < ends[^1])
            {
                AssertRefused(broken, ends.LastOrDefault(end => end <= place));
                continue;
            }

            using var directory = new MemoryDirectory();
            directory.WriteFile(Name, broken);
            Assert.Equal(Ids(GroupSizes.Sum()), Read(directory).Ids);
        }
    }

    [Fact]
    public void A_group_that_is_missing_between_two_is_refused()
    {
        var (bytes, ends) = Write(isEnded: false);
        AssertRefused([.. bytes[..ends[1]], .. bytes[ends[2]..]], ends[1]);
    }

    [Fact]
    public void A_broken_group_far_before_a_whole_one_is_refused()
    {
        // Wherever the next group begins, also across the border of what is searched at once.
        for (var length = (1 << 16) - 40; length < (1 << 16) + 40; length += 3)
        {
            using var directory = new MemoryDirectory();
            using (var file = JournalFile.Begin(directory, 1))
            {
                file.Write(Group(1, [new string('x', length)]));
                file.Write(Group(2, ["second"]));
            }

            var bytes = directory.ReadFile(Name);
            bytes[100] ^= 1;
            AssertRefused(bytes, JournalFormat.HeaderLength);
        }
    }

    [Fact]
    public void Zeros_and_old_groups_behind_the_last_one_are_a_torn_end()
    {
        var (bytes, ends) = Write(isEnded: false);
        using var directory = new MemoryDirectory();
        directory.WriteFile(Name, [.. bytes, .. new byte[5000], .. bytes[ends[0]..ends[2]]]);
        Assert.Equal(Ids(GroupSizes.Sum()), Read(directory).Ids);
    }

    [Fact]
    public void A_newer_version_is_refused()
    {
        var header = Write(isEnded: false).Bytes[..JournalFormat.HeaderLength];
        header[7] = 2;
        var crc = Crc32.Compute(header.AsSpan(0, 16));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(16), crc);
        Assert.Contains("version 2", AssertRefused(header, 4).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_journal_is_refused()
    {
        using var directory = new MemoryDirectory();
        directory.WriteFile("articles_2.journal", Write(isEnded: false).Bytes);
        Assert.Contains("articles_2.journal", Assert.Throws<CorruptIndexException>(() => Read(directory)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_no_version_knows_is_refused_with_its_place()
    {
        using var directory = new MemoryDirectory();
        using (var file = JournalFile.Begin(directory, 1))
        {
            var group = new JournalGroup(1);
            group.Add(JournalRecord.Delete("a").Encode());
            group.Add([9, 0, 0, 0, 0]);
            file.Write(group.Close());
        }

        var error = Assert.Throws<CorruptIndexException>(() => Read(directory));
        Assert.Equal(JournalFormat.HeaderLength + JournalFormat.GroupHeaderLength + 6, error.Offset);
        Assert.Contains("kind 9", error.Message, StringComparison.Ordinal);
    }

    [Property(MaxTest = 300)]
    public void Any_bytes_are_a_torn_beginning_or_refused(byte[] bytes)
    {
        using var directory = new MemoryDirectory();
        directory.WriteFile(Name, bytes);
        Assert.Empty(Read(directory).Ids);
        directory.WriteFile(Name, [.. Write(isEnded: false).Bytes[..JournalFormat.HeaderLength], .. JournalFormat.GroupMagic, .. bytes]);
        Assert.Empty(Read(directory).Ids);
    }

    private static CorruptIndexException AssertRefused(byte[] bytes, long offset)
    {
        using var directory = new MemoryDirectory();
        directory.WriteFile(Name, bytes);
        var error = Assert.Throws<CorruptIndexException>(() => Read(directory));
        Assert.Equal(Name, error.File);
        Assert.Equal(offset, error.Offset);
        Assert.Equal(bytes, directory.ReadFile(Name));
        return error;
    }

    private static IEnumerable<(int Place, byte[] Bytes)> Flips(byte[] bytes)
    {
        for (var place = 0; place < bytes.Length; place++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var broken = (byte[])bytes.Clone();
                broken[place] ^= (byte)(1 << bit);
                yield return (place, broken);
            }
        }
    }

    /// <summary>A small journal and where its header and each of its groups end.</summary>
    private static (byte[] Bytes, int[] Ends) Write(bool isEnded)
    {
        using var directory = new MemoryDirectory();
        var ends = new List<int>();
        using (var file = JournalFile.Begin(directory, 1))
        {
            ends.Add((int)directory.FileLength(Name));
            var next = 1;
            foreach (var size in GroupSizes)
            {
                file.Write(Group(next, Enumerable.Range(next, size).Select(number => "id" + number)));
                next += size;
                ends.Add((int)directory.FileLength(Name));
            }

            if (isEnded) file.TryEnd(next);
        }

        return (directory.ReadFile(Name), [.. ends]);
    }

    private static byte[] Group(long first, IEnumerable<string> ids)
    {
        var group = new JournalGroup(first);
        foreach (var id in ids) group.Add(JournalRecord.Delete(id).Encode());
        return group.Close().ToArray();
    }

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(1, count).Select(number => "id" + number);

    private static (List<string> Ids, JournalRecovery Recovery) Read(MemoryDirectory directory)
    {
        // A copy: opening cuts off what is torn.
        using var copy = new MemoryDirectory();
        foreach (var name in directory.ListAll()) copy.WriteFile(name, directory.ReadFile(name));
        var ids = new List<string>();
        using var journal = Journal.Open(copy, 0, record => ids.Add(record.Id));
        return (ids, journal.Recovery);
    }
}
