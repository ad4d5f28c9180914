using System.Buffers;
using System.Text;

namespace NewsSearch.Lucene.Search.Patterns;

/// <summary>
/// A pattern of characters in which * stands for any text, ? for any one character, and \ takes the next character as it is. A last \ is itself.
/// </summary>
/// <remarks>
/// Source: the pattern is a nondeterministic automaton whose states are bits, all moved at once by shifting: R. Baeza-Yates, G. Gonnet, "A New
/// Approach to Text Searching", Communications of the ACM 35(10), 1992; a * is a state that keeps its bit. So no pattern makes it slow:
/// a term takes its characters times a 64th of those of the pattern.
/// </remarks>
internal sealed class WildcardPattern : TermPattern
{
    private const int AnyOne = -1;

    private readonly byte[] _prefix;
    private readonly int _length;
    private readonly ulong[] _stays;
    private readonly ulong[] _anyOne;
    private readonly Dictionary<int, ulong[]> _ofCharacter = [];
    private readonly ulong[] _states;

    public WildcardPattern(string pattern)
    {
        var prefix = new StringBuilder();
        var tokens = new List<int>();
        var stars = new List<int>();
        Parse(pattern, prefix, tokens, stars);
        _prefix = Encoding.UTF8.GetBytes(prefix.ToString());
        _length = tokens.Count;
        _states = NewStates();
        _stays = NewStates();
        _anyOne = NewStates();
        foreach (var state in stars) Set(_stays, state);
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i] == AnyOne) Set(_anyOne, i);
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i] != AnyOne) Set(StatesLeftBy(tokens[i]), i);
    }

    public override ReadOnlySpan<byte> Prefix => _prefix;

    public override bool Matches(ReadOnlySpan<byte> term, out int deadLength)
    {
        deadLength = 0;
        Array.Clear(_states);
        Set(_states, 0);
        for (var at = _prefix.Length; at < term.Length;)
        {
            if (Rune.DecodeFromUtf8(term[at..], out var character, out var consumed) != OperationStatus.Done) return false;
            at += consumed;
            if (Move(_ofCharacter.GetValueOrDefault(character.Value, _anyOne))) continue;
            deadLength = at;
            return false;
        }

        return (_states[_length >> 6] >> _length & 1) != 0;
    }

    // Characters before the first wildcard are the prefix; a star is kept as the number of the state that stays while it lasts.
    private static void Parse(string pattern, StringBuilder prefix, List<int> tokens, List<int> stars)
    {
        var isEscaped = false;
        foreach (var character in pattern.EnumerateRunes())
        {
            var isLiteral = isEscaped || character.Value is not ('*' or '?' or '\\');
            if (!isLiteral && character.Value == '\\')
            {
                isEscaped = true;
                continue;
            }

            isEscaped = false;
            if (!isLiteral && character.Value == '*') stars.Add(tokens.Count);
            else if (isLiteral && tokens.Count + stars.Count == 0) prefix.Append(character.ToString());
            else tokens.Add(isLiteral ? character.Value : AnyOne);
        }

        if (!isEscaped) return;
        if (tokens.Count + stars.Count == 0) prefix.Append('\\');
        else tokens.Add('\\');
    }

    private static void Set(ulong[] states, int state) => states[state >> 6] |= 1UL << state;

    private ulong[] NewStates() => new ulong[(_length >> 6) + 1];

    private ulong[] StatesLeftBy(int character)
    {
        if (!_ofCharacter.TryGetValue(character, out var states)) _ofCharacter.Add(character, states = [.. _anyOne]);
        return states;
    }

    // State i has seen i tokens. A character that is token i moves it to i + 1; false if no state is left.
    private bool Move(ulong[] leaving)
    {
        var carry = 0UL;
        var any = 0UL;
        for (var i = 0; i < _states.Length; i++)
        {
            var moving = _states[i] & leaving[i];
            _states[i] = (_states[i] & _stays[i]) | (moving << 1) | carry;
            carry = moving >> 63;
            any |= _states[i];
        }

        return any != 0;
    }
}
