using NewsSearch.Lucene.Codecs.Terms;

namespace NewsSearch.Lucene.Search.Patterns;

/// <summary>
/// A cursor over the terms of a dictionary that match a pattern. It steps from term to term, and once some in a row begin with what no
/// match begins with, it leaps over all such terms.
/// </summary>
internal sealed class PatternCursor(TermPattern pattern, TermsEnum terms, CancellationToken cancellationToken)
{
    // A seek costs about as much as some steps within a block.
    private const int StepsBeforeLeap = 8;
    private const int StepsPerCheck = 1024;

    private byte[] _dead = new byte[64];
    private int _deadLength;
    private int _deadCount;
    private int _steps;

    /// <summary>The current term; valid until the cursor moves.</summary>
    public ReadOnlySpan<byte> Term => terms.Term;

    /// <summary>Moves to the first match, if there is one.</summary>
    public bool MoveToFirst()
    {
        _deadLength = 0;
        return FindMatch(terms.SeekCeil(pattern.Prefix) != SeekStatus.End);
    }

    /// <summary>Moves to the next match, if there is one.</summary>
    public bool MoveNext() => FindMatch(terms.MoveNext());

    private bool FindMatch(bool hasTerm)
    {
        while (hasTerm && terms.Term.StartsWith(pattern.Prefix))
        {
            if (++_steps % StepsPerCheck == 0) cancellationToken.ThrowIfCancellationRequested();
            if (pattern.Matches(terms.Term, out var deadLength)) return true;
            hasTerm = IsTimeToLeap(deadLength) ? Leap() : terms.MoveNext();
        }

        return false;
    }

    private bool IsTimeToLeap(int deadLength)
    {
        if (deadLength == 0) return false;
        var dead = terms.Term[..deadLength];
        if (dead.SequenceEqual(_dead.AsSpan(0, _deadLength))) return ++_deadCount >= StepsBeforeLeap;
        if (deadLength > _dead.Length) _dead = new byte[Math.Max(deadLength, 2 * _dead.Length)];
        dead.CopyTo(_dead);
        _deadLength = deadLength;
        _deadCount = 1;
        return false;
    }

    // To the first term after all that begin with the dead bytes: these with the last one increased, which 0xFF can't be.
    private bool Leap()
    {
        var length = _deadLength;
        _deadLength = 0;
        while (length > 0 && _dead[length - 1] == byte.MaxValue) length--;
        if (length == 0) return false;
        _dead[length - 1]++;
        return terms.SeekCeil(_dead.AsSpan(0, length)) != SeekStatus.End;
    }
}
