using System.Buffers.Binary;
using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Codecs.Terms;

/// <summary>Broken files give <see cref="CorruptIndexException"/> or an answer that harms nobody; never a crash or an endless loop.</summary>
public sealed class DamagedTermsTests
{
    private const int DocCount = 2000;

    private static readonly string[] Extensions = ["tim", "tip", "doc", "pos", "pay"];

    public static TheoryData<string> Files => [.. Extensions];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_truncated_file_is_refused_with_its_name(string extension)
    {
        var segment = Some(IndexOptions.DocsFreqsPositionsAndOffsets);
        var whole = segment.ReadFile(extension);
        for (var length = 0; length < whole.Length; length += length < 100 ? 1 : whole.Length / 50)
        {
            segment.WriteFile(extension, whole[..length]);
            var error = Assert.ThrowsAny<CorruptIndexException>(() => segment.Open());
            Assert.EndsWith("." + extension, error.File, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Flipped_bytes_are_noticed_or_harmless(string extension)
    {
        foreach (var options in new[] { IndexOptions.Docs, IndexOptions.DocsFreqsPositionsAndOffsets })
        {
            var segment = Some(options);
            if (!segment.Directory.FileExists($"_0_{SegmentInMemory.FileSuffix}.{extension}")) continue;
            var whole = segment.ReadFile(extension);
            var random = new Random(17);
            for (var i = 0; i < 150; i++)
            {
                var broken = whole.ToArray();
                for (var flips = random.Next(1, 4); flips > 0; flips--) broken[random.Next(broken.Length - 8)] = Value(random);
                // With a right checksum, so that not only the checksum is tested.
                BinaryPrimitives.WriteInt64BigEndian(broken.AsSpan(^8..), Crc(broken.AsSpan(..^8)));
                segment.WriteFile(extension, broken);
                ReadEverything(segment);
            }
        }
    }

    [Fact]
    public void Numbers_below_zero_are_noticed_or_harmless_wherever_they_stand()
    {
        // As a VInt; farther below zero than a block is long.
        byte[] minus200 = [0xB8, 0xFE, 0xFF, 0xFF, 0x0F];
        var segment = Some(IndexOptions.DocsFreqsPositionsAndOffsets);
        var whole = segment.ReadFile("doc");
        for (var at = 20; at < whole.Length - CodecFile.FooterLength - minus200.Length; at++)
        {
            var broken = whole.ToArray();
            minus200.CopyTo(broken.AsSpan(at));
            segment.WriteFile("doc", broken);
            ReadEverything(segment);
        }
    }

    [Fact]
    public void A_changed_byte_of_the_index_fails_its_checksum()
    {
        var segment = Some(IndexOptions.Docs);
        var bytes = segment.ReadFile("tip");
        bytes[60] ^= 4;
        segment.WriteFile("tip", bytes);
        Assert.Contains("checksum", Assert.Throws<CorruptIndexException>(() => segment.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_different_versions_are_refused()
    {
        var segment = Some(IndexOptions.Docs);
        var bytes = segment.ReadFile("tim");
        // The version is the last byte of the header: magic, length, name, version.
        bytes[4 + 1 + TermsFormat.TermsCodec.Length + 3] = TermsFormat.CurrentVersion + 1;
        segment.WriteFile("tim", bytes);
        Assert.Throws<IndexFormatTooNewException>(() => segment.Open());
        bytes[4 + 1 + TermsFormat.TermsCodec.Length + 3] = TermsFormat.OldestVersion - 1;
        Assert.Throws<IndexFormatTooOldException>(() => segment.Open());
    }

    /// <summary>Small numbers and all ones lead farther than bytes of any value.</summary>
    private static byte Value(Random random) => random.Next(3) switch
    {
        0 => (byte)random.Next(4),
        1 => 0xFF,
        _ => (byte)random.Next(256),
    };

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = default(Crc32);
        crc.Append(bytes);
        return crc.Value;
    }

    /// <summary>Words with shared prefixes, some in many documents, some with many occurrences.</summary>
    private static SegmentInMemory Some(IndexOptions options)
    {
        var random = new RandomTerms(4);
        var terms = random.Words(400, 3, 9).Select((word, i) =>
            new ModelTerm(word, random.Postings(i % 100 == 0 ? 1500 : 1 + i % 5, DocCount, i % 50 == 3 ? 300 : 2)));
        return SegmentInMemory.Of(options, DocCount, terms);
    }

    private static void ReadEverything(SegmentInMemory segment)
    {
        try
        {
            if (segment.Open().Terms("f") is not { } terms) return;
            ReadAllTerms(terms);
            foreach (var word in new RandomTerms(4).Words(50, 3, 9)) Seek(terms, word);
        }
        catch (CorruptIndexException)
        {
            // Noticed.
        }
    }

    private static void ReadAllTerms(Lucene.Codecs.Terms.Terms terms)
    {
        var cursor = terms.Iterator();
        PostingsEnum? postings = null;
        var count = 0L;
        try
        {
            while (cursor.MoveNext())
            {
                Assert.True(++count <= terms.Count);
                if (count % 7 == 0) Read(postings = cursor.Postings((PostingsFeatures)(count % 4), postings), advances: count % 3 == 0);
            }
        }
        catch (CorruptIndexException)
        {
            // Noticed; seeks may notice something else.
        }
    }

    private static void Seek(Lucene.Codecs.Terms.Terms terms, byte[] word)
    {
        var cursor = terms.Iterator();
        try
        {
            if (cursor.SeekExact(word)) Read(cursor.Postings(PostingsFeatures.Offsets), advances: true);
            if (cursor.SeekCeil(word) != SeekStatus.End) cursor.MoveNext();
        }
        catch (CorruptIndexException)
        {
            // Noticed.
        }
    }

    private static void Read(PostingsEnum postings, bool advances)
    {
        var read = 0;
        while (true)
        {
            var docId = advances ? postings.Advance(postings.DocId + 50) : postings.NextDoc();
            if (docId == DocIdSetIterator.NoMoreDocs) return;
            Assert.InRange(docId, 0, DocCount - 1);
            Assert.True(++read <= DocCount);
            for (var i = Math.Min(postings.Freq, 1000); i > 0; i--) postings.NextPosition();
        }
    }
}
