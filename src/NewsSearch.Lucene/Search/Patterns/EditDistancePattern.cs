using System.Buffers;
using System.Text;

namespace NewsSearch.Lucene.Search.Patterns;

/// <summary>
/// The terms that some text becomes by few edits: a character inserted, deleted, replaced, or two neighbours exchanged; no character is edited
/// twice. Characters are Unicode code points.
/// </summary>
/// <remarks>
/// Source: F. Damerau, "A technique for computer detection and correction of spelling errors", Communications of the ACM 7(3), 1964, in the
/// restricted form (optimal string alignment) that Lucene's Levenshtein automata have. Only the diagonals within reach of the greatest
/// distance are computed (E. Ukkonen, "Algorithms for approximate string matching", 1985): a term takes its length times that distance.
/// </remarks>
internal sealed class EditDistancePattern : TermPattern
{
    private readonly byte[] _prefix;
    private readonly int _prefixLength;
    private readonly int[] _text;
    private readonly int _maxEdits;

    // Cell d of row i is the distance between the first i characters of the term and the first i + d - maxEdits - 1 of the text. The outermost
    // cells stay beyond reach.
    private readonly int[] _initial;
    private int[] _row;
    private int[] _before;
    private int[] _twoBefore;

    /// <param name="text">The text.</param>
    /// <param name="prefixLength">How many characters at the beginning must be the same; not more than there are.</param>
    /// <param name="maxEdits">The greatest distance.</param>
    public EditDistancePattern(string text, int prefixLength, int maxEdits)
    {
        Rune[] characters = [.. text.EnumerateRunes()];
        _prefixLength = prefixLength;
        _prefix = Encoding.UTF8.GetBytes(string.Concat(characters.Take(prefixLength)));
        _text = [.. characters.Skip(prefixLength).Select(character => character.Value)];
        _maxEdits = maxEdits;
        _initial = new int[2 * maxEdits + 3];
        _row = new int[_initial.Length];
        _before = new int[_initial.Length];
        _twoBefore = new int[_initial.Length];
        for (var d = 0; d < _initial.Length; d++)
        {
            var j = d - maxEdits - 1;
            _initial[d] = j < 0 || j > _text.Length || d == _initial.Length - 1 ? OutOfReach : j;
        }
    }

    public override ReadOnlySpan<byte> Prefix => _prefix;

    /// <summary>The distance of the last term that matched.</summary>
    public int Edits { get; private set; }

    /// <summary>The number of characters of the last term that matched.</summary>
    public int TermLength { get; private set; }

    private int OutOfReach => _maxEdits + 1;

    public override bool Matches(ReadOnlySpan<byte> term, out int deadLength)
    {
        deadLength = 0;
        _initial.CopyTo(_row, 0);
        Array.Fill(_before, OutOfReach);
        var row = 0;
        var previous = -1;
        var leastBefore = OutOfReach;
        for (var at = _prefix.Length; at < term.Length;)
        {
            if (Rune.DecodeFromUtf8(term[at..], out var character, out var consumed) != OperationStatus.Done) return false;
            at += consumed;
            var least = ComputeRow(++row, character.Value, previous);
            previous = character.Value;

            // An exchange reaches back two rows and costs one.
            if (least > _maxEdits && leastBefore >= _maxEdits)
            {
                deadLength = at;
                return false;
            }

            leastBefore = least;
        }

        var end = _text.Length - row + _maxEdits + 1;
        if (end <= 0 || end >= _row.Length || _row[end] > _maxEdits) return false;
        Edits = _row[end];
        TermLength = _prefixLength + row;
        return true;
    }

    private int ComputeRow(int i, int character, int previous)
    {
        (_row, _before, _twoBefore) = (_twoBefore, _row, _before);
        var least = _row[0] = _row[^1] = OutOfReach;
        for (var d = 1; d < _row.Length - 1; d++)
        {
            var j = i + d - _maxEdits - 1;
            var cell = OutOfReach;
            if (j == 0)
            {
                cell = i;
            }
            else if (j > 0 && j <= _text.Length)
            {
                cell = Math.Min(_before[d] + (_text[j - 1] == character ? 0 : 1), Math.Min(_before[d + 1], _row[d - 1]) + 1);
                if (j > 1 && i > 1 && _text[j - 1] == previous && _text[j - 2] == character) cell = Math.Min(cell, _twoBefore[d] + 1);
            }

            _row[d] = Math.Min(cell, OutOfReach);
            least = Math.Min(least, _row[d]);
        }

        return least;
    }
}
