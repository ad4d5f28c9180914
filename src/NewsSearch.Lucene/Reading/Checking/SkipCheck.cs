using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Codecs.Terms;

namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>Jumps through a list of postings with its skip data and compares with a walk from document to document.</summary>
internal sealed class SkipCheck(Action<string> report)
{
    /// <summary>Jumps through a list, about.</summary>
    private const int Jumps = 8;

    // The same places at every check: what is found once is found again.
    private readonly Random _random = new(4);
    private PostingsEnum? _jumper;
    private PostingsEnum? _walker;

    public void Check(SegmentReader reader, FieldInfo field, TermsEnum term)
    {
        var features = field.HasPositions ? PostingsFeatures.Offsets : PostingsFeatures.Freqs;
        _jumper = term.Postings(features, _jumper);
        _walker = term.Postings(features, _walker);
        var longest = Math.Max(2, reader.MaxDoc / Jumps * 2);
        var target = 0L;
        do
        {
            target += _random.Next(1, longest);
            var wanted = (int)Math.Min(target, DocIdSetIterator.NoMoreDocs);
            var found = _jumper.Advance(wanted);
            while (_walker.DocId < wanted) _walker.NextDoc();
            if (found == _walker.DocId && (found == DocIdSetIterator.NoMoreDocs || AreEqual(field))) continue;
            report($"Field {field.Name}, term {TermsCheck.Name(term.Term)}: skipping to document {wanted} leads to {found}, or to other positions there, walking to {_walker.DocId}.");
            return;
        }
        while ((target = Math.Max(target, _walker.DocId)) < DocIdSetIterator.NoMoreDocs);
    }

    private bool AreEqual(FieldInfo field)
    {
        if (_jumper!.Freq != _walker!.Freq) return false;
        for (var i = 0; field.HasPositions && i < _walker.Freq; i++)
        {
            if (_jumper.NextPosition() != _walker.NextPosition()) return false;
            if (_jumper.StartOffset != _walker.StartOffset || _jumper.EndOffset != _walker.EndOffset) return false;
        }

        return true;
    }
}
