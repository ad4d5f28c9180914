namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The places in the current document where all terms of a phrase stand at their distances, ascending.</summary>
internal sealed class PhraseOccurrences
{
    private readonly PhrasePosition[] _positions;
    private readonly PhrasePosition _lead;

    /// <param name="positions">At least one; none moved yet.</param>
    public PhraseOccurrences(IEnumerable<PhrasePosition> positions)
    {
        // The rarest term proposes where the phrase begins, so that the others are passed over in the fewest steps.
        _positions = [.. positions.OrderBy(position => position.Postings.Cost)];
        _lead = _positions[0];
    }

    /// <summary>Where the current occurrence begins.</summary>
    public int Start => _lead.Start;

    /// <summary>Goes to the first occurrence in the document that the postings of all terms stand on, if there is one.</summary>
    public bool MoveToFirst()
    {
        foreach (var position in _positions)
            if (!position.MoveToFirst()) return false;
        return AlignAll();
    }

    /// <summary>Goes to the next occurrence, if there is one.</summary>
    public bool MoveNext() => _lead.MoveNext() && AlignAll();

    // Moves all to the next common beginning; false if there is none.
    private bool AlignAll()
    {
        for (var i = 1; i < _positions.Length; i++)
        {
            var other = _positions[i];
            if (!other.MoveTo(_lead.Start)) return false;
            if (other.Start == _lead.Start) continue;
            if (!_lead.MoveTo(other.Start)) return false;
            i = 0;
        }

        return true;
    }
}
