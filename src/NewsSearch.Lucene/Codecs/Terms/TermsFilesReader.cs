using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>Opens the files .tim and .tip of one suffix, and those of the postings that belong to them.</summary>
internal static class TermsFilesReader
{
    /// <param name="fields">The fields whose terms are in these files.</param>
    /// <exception cref="CorruptIndexException">A file is broken.</exception>
    public static IEnumerable<Terms> Open(SegmentInputs inputs, FieldInfoSet fields, IReadOnlyCollection<FieldInfo> fieldsOfFiles, string suffix)
    {
        var postings = new PostingsReader(inputs, fieldsOfFiles, suffix);
        var input = inputs.Open(suffix, TermsFormat.TermsExtension);
        var version = CodecFile.CheckHeader(input, TermsFormat.TermsCodec, TermsFormat.OldestVersion, TermsFormat.CurrentVersion);
        CodecFile.CheckHeader(input, PostingsFormat.TermsCodec, PostingsFormat.OldestVersion, PostingsFormat.CurrentVersion);
        if (input.ReadVInt() is var blockSize && blockSize != PostingsFormat.BlockSize) input.Corrupt($"postings in blocks of {blockSize}", $"{PostingsFormat.BlockSize}");
        var index = inputs.Open(suffix, TermsFormat.IndexExtension);
        CodecFile.CheckHeader(index, TermsFormat.IndexCodec, version, version);
        // The index is small and every seek depends on it, so its checksum is worth a whole reading, as in Lucene.
        if (version >= TermsFormat.VersionChecksum) CodecFile.VerifyChecksum(index);
        SeekDirectory(input, version);
        SeekDirectory(index, version);
        return ReadDirectory(input, index, fields, fieldsOfFiles, postings);
    }

    private static List<Terms> ReadDirectory(
        IndexInput input, IndexInput index, FieldInfoSet fields, IReadOnlyCollection<FieldInfo> fieldsOfFiles, PostingsReader postings)
    {
        var count = input.ReadCount("fields", fields.Count);
        var terms = new List<Terms>(count);
        for (var i = 0; i < count; i++)
        {
            var summary = ReadSummary(input, index, fields, postings.DocCount);
            // The postings files were opened for what the fields of these files have.
            if (!fieldsOfFiles.Contains(summary.Field)) input.Corrupt($"terms of {summary.Field.Name}", "a field that the field infos say is in these files");
            if (!BlockCode.TryParse(summary.RootCode, -1, out var root)) input.Corrupt($"the block code {Convert.ToHexString(summary.RootCode)}", "an offset with flags");
            var fieldIndex = index.Clone();
            fieldIndex.Seek(summary.IndexOffset);
            terms.Add(new BlockTerms(summary, root, input, new TermsIndex(fieldIndex), postings));
        }

        return terms;
    }

    private static FieldSummary ReadSummary(IndexInput input, IndexInput index, FieldInfoSet fields, int maxDoc)
    {
        var number = input.ReadVInt();
        var field = fields.Find(number);
        if (field is null || !field.IsIndexed) input.Corrupt($"terms of field {number}", "the number of an indexed field");
        var termCount = input.ReadVLong();
        // Each takes a byte at least; the count is what keeps a walk through a broken tree from going on for ever.
        if (termCount > input.Length) input.Corrupt($"{termCount} terms of {field.Name}", $"at most {input.Length}, the bytes of the file");
        var rootCode = input.ReadSpan(input.ReadCount("bytes of block code", TermsFormat.MaxBlockCodeLength)).ToArray();
        var sumTotalTermFreq = field.HasFreqs ? input.ReadVLong() : -1;
        var sumDocFreq = input.ReadVLong();
        var docCount = input.ReadCount($"documents with {field.Name}", maxDoc);
        var offsetCount = input.ReadVInt();
        if (offsetCount != TermMetadata.OffsetCount(field)) input.Corrupt($"{offsetCount} file offsets per term of {field.Name}", $"{TermMetadata.OffsetCount(field)}");
        if (sumDocFreq < docCount) input.Corrupt($"{sumDocFreq} postings of {field.Name}", $"at least {docCount}");
        if (field.HasFreqs && sumTotalTermFreq < sumDocFreq) input.Corrupt($"{sumTotalTermFreq} occurrences of {field.Name}", $"at least {sumDocFreq}");
        return new FieldSummary(field, termCount, rootCode, sumTotalTermFreq, sumDocFreq, docCount, index.ReadVLong());
    }

    /// <summary>Goes to the directory, whose offset is the last thing in the file before the footer.</summary>
    private static void SeekDirectory(IndexInput input, int version)
    {
        var footerLength = 0;
        if (version >= TermsFormat.VersionChecksum)
        {
            CodecFile.CheckFooter(input);
            footerLength = CodecFile.FooterLength;
        }

        input.Seek(input.Length - footerLength - sizeof(long));
        input.Seek(input.ReadInt64());
    }
}
