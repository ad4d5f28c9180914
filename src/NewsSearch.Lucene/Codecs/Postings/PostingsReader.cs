using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>The postings of a segment's fields. Thread-safe; what it hands out is not.</summary>
internal sealed class PostingsReader
{
    private readonly IndexInput? _pos;
    private readonly IndexInput? _pay;

    /// <param name="fields">The fields whose postings are in these files.</param>
    public PostingsReader(SegmentInputs inputs, IReadOnlyCollection<FieldInfo> fields, string suffix)
    {
        DocCount = inputs.Info.DocCount;
        Doc = inputs.Open(suffix, PostingsFormat.DocExtension);
        var version = CodecFile.CheckHeader(Doc, PostingsFormat.DocCodec, PostingsFormat.OldestVersion, PostingsFormat.CurrentVersion);
        CheckEnd(Doc, version);
        Blocks = new PackedBlocks(Doc);
        if (!fields.Any(field => field.HasPositions)) return;
        _pos = Open(inputs, suffix, PostingsFormat.PosExtension, PostingsFormat.PosCodec, version);
        if (fields.Any(field => field.HasOffsets || field.HasPayloads))
            _pay = Open(inputs, suffix, PostingsFormat.PayExtension, PostingsFormat.PayCodec, version);
    }

    /// <summary>Documents in the segment.</summary>
    public int DocCount { get; }

    public PackedBlocks Blocks { get; }

    /// <summary>The .doc file; clone it to read.</summary>
    public IndexInput Doc { get; }

    /// <summary>The .pos file; clone it to read.</summary>
    public IndexInput Pos => _pos ?? throw new InvalidOperationException("No field of these files has positions.");

    /// <summary>The .pay file; clone it to read.</summary>
    public IndexInput Pay => _pay ?? throw new InvalidOperationException("No field of these files has offsets or payloads.");

    /// <summary>The postings of a term.</summary>
    /// <param name="reuse">Taken instead of a new one, whatever segment it is of.</param>
    public PostingsEnum Postings(FieldInfo field, in TermState term, PostingsFeatures features, PostingsEnum? reuse)
    {
        var postings = reuse as BlockPostingsEnum ?? new BlockPostingsEnum(this);
        if (!postings.IsOf(this)) postings.Bind(this);
        postings.Start(field, term, features);
        return postings;
    }

    /// <summary>Lets the processor fetch the beginning of a term's documents, which are to be read soon.</summary>
    public void Prefetch(in TermState term)
    {
        if (term.DocFreq > 1) Doc.Prefetch(term.DocStart);
    }

    private static IndexInput Open(SegmentInputs inputs, string suffix, string extension, string codec, int version)
    {
        var input = inputs.Open(suffix, extension);
        CodecFile.CheckHeader(input, codec, version, version);
        CheckEnd(input, version);
        return input;
    }

    private static void CheckEnd(IndexInput input, int version)
    {
        if (version >= PostingsFormat.VersionChecksum) CodecFile.CheckFooter(input);
    }
}
