using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;

namespace NewsSearch.Lucene.Codecs.Norms;

/// <summary>Writes the norms of a segment, field by field in the order of their numbers.</summary>
internal sealed class NormsWriter : IDisposable
{
    public NormsWriter(SegmentOutputs outputs) => throw new NotSupportedException("Not written yet.");

    /// <param name="field">A field with norms.</param>
    /// <param name="norms">One a document, 0 for a document without the field.</param>
    public void Add(FieldInfo field, ReadOnlySpan<sbyte> norms) => throw new NotSupportedException("Not written yet.");

    /// <summary>Completes the files.</summary>
    public void Finish() => throw new NotSupportedException("Not written yet.");

    public void Dispose() => throw new NotSupportedException("Not written yet.");
}
