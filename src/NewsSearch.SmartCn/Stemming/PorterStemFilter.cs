using NewsSearch.Lucene.Analysis;

namespace NewsSearch.SmartCn.Stemming;

/// <summary>Replaces each English term by its stem; other terms pass as they are.</summary>
internal sealed class PorterStemFilter(TokenStream input) : TokenFilter(input)
{
    private char[] _stem = new char[64];
    private int _stemLength;
    private bool _isStemmed;

    public override bool MoveNext()
    {
        if (!Input.MoveNext()) return false;
        var term = Input.Term;

        // Every rule looks for a Latin letter at the end first.
        _isStemmed = term.Length > 2 && char.IsAsciiLetterLower(term[^1]);
        if (_isStemmed) Stem(term);
        return true;
    }

    public override ReadOnlySpan<char> Term => _isStemmed ? _stem.AsSpan(0, _stemLength) : Input.Term;

    private void Stem(ReadOnlySpan<char> term)
    {
        if (_stem.Length < term.Length) _stem = new char[term.Length];
        term.CopyTo(_stem);
        _stemLength = PorterStemmer.Stem(_stem.AsSpan(0, term.Length));
    }
}
