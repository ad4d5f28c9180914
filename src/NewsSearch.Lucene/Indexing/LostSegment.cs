using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.LiveDocs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.StoredFields;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>Reads what is left of a broken segment: its stored fields, document by document.</summary>
internal sealed class LostSegment
{
    private readonly IndexDirectory _directory;
    private readonly SegmentCommitInfo _segment;
    private readonly bool _isDocCountKnown;

    public LostSegment(IndexDirectory directory, SegmentCommitInfo segment)
    {
        _directory = directory;
        _segment = segment;
        _isDocCountKnown = true;
        IsTrusted = HasGoodChecksum();
    }

    /// <summary>A segment whose .si file is lost; its other files may be whole.</summary>
    public LostSegment(IndexDirectory directory, UnreadableSegment segment)
    {
        _directory = directory;
        var isCompound = directory.FileExists(IndexFileNames.OfSegment(segment.Name, "", "cfs"));
        _segment = new SegmentCommitInfo(new SegmentInfo(segment.Name, int.MaxValue) { IsCompound = isCompound })
        {
            DeletionGeneration = segment.DeletionGeneration,
            DeletedCount = segment.DeletedCount,
        };
        IsTrusted = HasGoodChecksum();
    }

    /// <summary>Whether the bytes of the stored fields are as they were written.</summary>
    public bool IsTrusted { get; }

    /// <summary>For each live document the text of a stored field, or why there is none.</summary>
    public IEnumerable<(string? Value, string Reason)> Ids(string field)
    {
        using var inputs = Try(() => new SegmentInputs(_directory, _segment.Info), out var problem);
        var fields = inputs is null ? null : Try(() => FieldInfosReader.Read(inputs.Open("", FieldInfosFormat.Extension)), out problem);
        var stored = fields is null ? null : Try(() => new StoredFieldsReader(inputs!, fields), out problem);
        if (stored is null)
        {
            yield return (null, $"(none of them: {problem})");
            yield break;
        }

        var wanted = new HashSet<string> { field };
        var liveDocs = ReadLiveDocs();
        for (var docId = 0; docId < _segment.Info.DocCount; docId++)
        {
            if (liveDocs is not null && !liveDocs[docId]) continue;
            var document = Try(() => stored.Read(docId, wanted), out problem);
            if (document is null && !_isDocCountKnown)
            {
                yield return (null, $"(document {docId} and later ones, if there are any: {problem})");
                yield break;
            }

            yield return (document?.Text(field), document is null ? $"(document {docId}: {problem})" : $"(document {docId}: no field {field})");
        }
    }

    private BitSet? ReadLiveDocs() =>
        _isDocCountKnown && _segment.DeletionGeneration >= 0 ? Try(() => LiveDocsReader.Read(_directory, _segment), out _) : null;

    private bool HasGoodChecksum() => Try(() =>
    {
        using var inputs = new SegmentInputs(_directory, _segment.Info);
        CodecFile.VerifyChecksum(inputs.Open("", StoredFieldsFormat.DataExtension));
        return this;
    }, out _) is not null;

    private static T? Try<T>(Func<T> read, out string? problem)
        where T : class
    {
        problem = null;
        try
        {
            return read();
        }
        catch (IOException error)
        {
            problem = error.Message;
            return null;
        }
    }
}
