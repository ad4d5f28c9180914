using NewsSearch.Archive.Dictionary;
using NewsSearch.SmartCn.Normalization;
using NewsSearch.SmartCn.Words;

namespace NewsSearch.Archive.Querying;

/// <summary>
/// Cuts a reader's words into units, the texts that an article has to have. Words of the segmenter are units; what it left as single
/// characters is kept together as the reader wrote it, because loose characters find everything.
/// </summary>
internal sealed class QueryUnits
{
    /// <summary>A text of so few Han characters is one unit if the segmenter does not know all of it: a name, most likely.</summary>
    private const int ShortLength = 4;

    private readonly string _chunk;
    private readonly List<QueryUnit> _units = [];

    private QueryUnits(string chunk) => _chunk = chunk;

    /// <summary>The units of a text without white space, in its order; none if it holds nothing but punctuation.</summary>
    /// <param name="text">As its writer wrote it.</param>
    /// <param name="dictionary">Words to keep together, and equivalents.</param>
    public static IReadOnlyList<QueryUnit> Cut(string text, ReaderDictionary dictionary)
    {
        var chunk = TextNormalizer.Normalize(text).Trim();
        var units = new List<QueryUnit>();
        var plainStart = 0;
        for (var at = 0; at < chunk.Length && dictionary.Count > 0;)
        {
            var length = dictionary.MatchLength(chunk.AsSpan(at));
            if (length == 0 || IsInsideWord(chunk, at, length))
            {
                at++;
                continue;
            }

            units.AddRange(CutPlain(chunk[plainStart..at]));
            units.Add(OfDictionary(chunk.Substring(at, length), dictionary));
            plainStart = at += length;
        }

        units.AddRange(CutPlain(chunk[plainStart..]));
        return units;
    }

    /// <summary>The part of a text from its first word to its last, normalised; empty if it has none.</summary>
    public static string Core(string text)
    {
        var chunk = TextNormalizer.Normalize(text).Trim();
        var tokens = ChunkTokens.Read(chunk);
        return tokens.Count == 0 ? "" : chunk[tokens[0].Start..tokens[^1].End];
    }

    private static QueryUnit OfDictionary(string word, ReaderDictionary dictionary) => Unit(word) with
    {
        Equivalents = [.. dictionary.EquivalentsOf(word).Select(Unit)],
    };

    private static QueryUnit Unit(string text)
    {
        var tokens = ChunkTokens.Read(text);
        var isOne = tokens.Count == 1 && tokens[0] is { Start: 0 } token && token.End == text.Length;
        return new QueryUnit(text, UnitRole.Required, isOne && WordCharacters.IsLetterOrDigit(text[0]) && tokens[0].Kind != ChunkTokenKind.Quantity)
        {
            Term = isOne && tokens[0].Kind != ChunkTokenKind.Quantity ? text : null,
        };
    }

    /// <summary>Whether letters or digits go on before or behind the word, so that it is only a part of one: sco in scope.</summary>
    private static bool IsInsideWord(string chunk, int start, int length)
    {
        var end = start + length;
        return start > 0 && char.IsAsciiLetterOrDigit(chunk[start]) && char.IsAsciiLetterOrDigit(chunk[start - 1])
            || end < chunk.Length && char.IsAsciiLetterOrDigit(chunk[end - 1]) && char.IsAsciiLetterOrDigit(chunk[end]);
    }

    private static List<QueryUnit> CutPlain(string chunk)
    {
        var cut = new QueryUnits(chunk);
        var tokens = ChunkTokens.Read(chunk);
        for (var i = 0; i < tokens.Count;)
        {
            var end = i + 1;
            if (IsHan(tokens[i]))
            {
                while (end < tokens.Count && IsHan(tokens[end]) && tokens[end - 1].Touches(tokens[end])) end++;
                cut.AddRun(tokens[i..end]);
            }
            else
            {
                cut.AddToken(tokens[i]);
            }

            i = end;
        }

        return cut._units;
    }

    private static bool IsHan(ChunkToken token) => token.Kind is ChunkTokenKind.Single or ChunkTokenKind.Han;

    private string TextOf(ChunkToken first, ChunkToken last) => _chunk[first.Start..last.End];

    private bool IsFunction(ChunkToken token) => FunctionWords.Contains(_chunk.AsSpan(token.Start, token.End - token.Start));

    private void AddToken(ChunkToken token)
    {
        var text = TextOf(token, token);
        // Numerals with 〇 are characters like other numerals.
        var isWord = token.Kind is ChunkTokenKind.Letters or ChunkTokenKind.Number && WordCharacters.IsLetterOrDigit(text[0]);
        _units.Add(new QueryUnit(text, IsFunction(token) ? UnitRole.Optional : UnitRole.Required, isWord)
        {
            Term = token.Kind == ChunkTokenKind.Quantity ? null : text,
        });
    }

    /// <summary>Adds Han words side by side.</summary>
    private void AddRun(List<ChunkToken> run)
    {
        var end = run.Count;
        while (end > 1 && IsParticle(run[end - 1])) end--;
        AddRunWithoutParticles(run[..end]);
        foreach (var particle in run[end..]) _units.Add(new QueryUnit(TextOf(particle, particle), UnitRole.Optional, IsWord: false));
    }

    private void AddRunWithoutParticles(List<ChunkToken> run)
    {
        if (run.Count > 1 && IsShort(run) && run.Exists(token => token.IsSingle) && !IsOfWords(run))
        {
            var longer = new QueryUnits(_chunk);
            longer.AddWords(run);
            QueryUnit[] parts = [.. longer._units.Where(unit => unit.Role == UnitRole.Required)];
            _units.Add(Joined(run[0], run[^1]) with { Parts = parts is [{ IsJoined: true }] ? [] : parts });
            return;
        }

        AddWords(run);
    }

    private void AddWords(List<ChunkToken> run)
    {
        for (var i = 0; i < run.Count;)
        {
            var end = i + 1;
            if (run[i].IsSingle)
            {
                while (end < run.Count && run[end].IsSingle) end++;
                AddSingles(run, i, end);
            }
            else
            {
                AddToken(run[i]);
            }

            i = end;
        }
    }

    /// <summary>Whether it is a character that ends a phrase and is no part of a name.</summary>
    private bool IsParticle(ChunkToken token) => token.IsSingle && FunctionWords.IsParticle(_chunk[token.Start]);

    private bool IsShort(List<ChunkToken> run)
    {
        var characters = 0;
        foreach (var c in _chunk.AsSpan(run[0].Start, run[^1].End - run[0].Start))
            if (!char.IsLowSurrogate(c)) characters++;
        return characters <= ShortLength;
    }

    /// <summary>Whether words remain when function words are left out: 美国的, 在北京, but not 王毅.</summary>
    private bool IsOfWords(List<ChunkToken> run) => run.TrueForAll(token => !token.IsSingle || IsFunction(token)) && run.Exists(token => !token.IsSingle);

    private QueryUnit Joined(ChunkToken first, ChunkToken last) => new(TextOf(first, last), UnitRole.Required, IsWord: false) { IsJoined = true };

    /// <summary>Adds the single characters of a run from one place to another: those between function words are one unit.</summary>
    private void AddSingles(List<ChunkToken> run, int start, int end)
    {
        for (var i = start; i < end;)
        {
            var pieceEnd = EndOfPiece(run, i, end);
            if (pieceEnd - i > 1) _units.Add(Joined(run[i], run[pieceEnd - 1]));
            else AddSingle(run, i);
            i = pieceEnd;
        }
    }

    /// <summary>Where the characters that belong together end. A function word parts them, except between two single ones: 王在希.</summary>
    private int EndOfPiece(List<ChunkToken> run, int start, int end)
    {
        if (IsFunction(run[start]) && !IsSurname(run, start, end)) return start + 1;
        var i = start + 1;
        while (i < end && !IsFunction(run[i])) i++;
        var isBetweenTwo = i == start + 1 && i + 1 < end && !IsFunction(run[i + 1]) && (i + 2 == end || IsFunction(run[i + 2]));
        return isBetweenTwo ? i + 2 : i;
    }

    /// <summary>Whether a word that is a surname too begins the run with a single character behind it: 于欢.</summary>
    private bool IsSurname(List<ChunkToken> run, int at, int end) =>
        at == 0 && _chunk[run[at].Start] == '于' && at + 1 < end && !IsFunction(run[at + 1]);

    private void AddSingle(List<ChunkToken> run, int at)
    {
        var text = TextOf(run[at], run[at]);
        if (IsFunction(run[at]) && run.Count > 1)
        {
            _units.Add(new QueryUnit(text, UnitRole.Optional, IsWord: false));
            return;
        }

        List<string> inContext = [];
        if (at > 0 && !IsFunction(run[at - 1])) inContext.Add(TextOf(run[at - 1], run[at]));
        if (at + 1 < run.Count && !IsFunction(run[at + 1])) inContext.Add(TextOf(run[at], run[at + 1]));
        _units.Add(new QueryUnit(text, inContext.Count > 0 ? UnitRole.Single : UnitRole.Required, IsWord: false) { Term = text, InContext = inContext });
    }
}
