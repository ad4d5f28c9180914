namespace NewsSearch.SmartCn.Sentences;

/// <summary>
/// Finds the ends of sentences where the JDK 17's <c>BreakIterator.getSentenceInstance(Locale.ROOT)</c> finds them.
/// </summary>
/// <remarks>
/// The rules as the JDK shows them. A sentence runs on until a terminator (。！？!?) with the quotes, closing brackets and
/// spaces behind it, a danda with the spaces behind it, or a paragraph separator. A full stop is doubtful: whether it ends the
/// sentence is seen only later, by what looks like a beginning; the sentence then ends where the doubt began. Line ends are
/// spaces and end nothing.
/// </remarks>
internal static class SentenceBreaker
{
    /// <summary>A CharacterIterator of the JDK reports its end by this character, so that in a text it acts as an end.</summary>
    private const char EndOfText = '\uFFFF';

    private enum State : byte
    {
        Stop,

        /// <summary>In the middle of a sentence.</summary>
        Inside,

        /// <summary>Behind a paragraph separator: nothing more belongs to the sentence.</summary>
        Complete,
        AfterDanda,
        AfterTerminator,
        AfterTerminatorSpace,

        /// <summary>Behind a full stop and closing brackets.</summary>
        AfterFullStop,
        AfterFullStopQuote,
        AfterFullStopSpace,
        AfterFullStopSpaces,

        /// <summary>Punctuation behind the doubtful end: a letter next decides that it was one.</summary>
        Undecided,

        /// <summary>As <see cref="Undecided"/>, behind two spaces or a quote: whatever continues a sentence stops it here as well.</summary>
        UndecidedFar,

        /// <summary>A sentence has begun: the one before it ends where the doubt began.</summary>
        NextBegan,
    }

    private const int ClassBits = 4;

    private static readonly byte[] s_next = BuildTransitions();

    /// <summary>The end of the sentence that starts at <paramref name="start"/>, which lies inside the text.</summary>
    public static int Next(ReadOnlySpan<char> text, int start)
    {
        var classes = SentenceClasses.BasicPlane;
        ReadOnlySpan<byte> next = s_next;
        var end = start + CodePointLength(text, start);
        var doubtfulEnd = 0;
        var state = State.Inside;
        var at = start;
        while (at < text.Length && text[at] != EndOfText)
        {
            var length = CodePointLength(text, at);
            var characterClass = length == 1 ? classes[text[at]] : SentenceClasses.Supplementary(char.ConvertToUtf32(text[at], text[at + 1]));
            state = (State)next[(int)state << ClassBits | characterClass];
            if (state == State.Stop) return end;
            at += length;
            if (state <= State.AfterTerminatorSpace) end = at;
            else if (state is >= State.AfterFullStop and <= State.AfterFullStopSpaces) doubtfulEnd = at;
            else if (state == State.NextBegan) end = doubtfulEnd;
        }

        return doubtfulEnd == text.Length ? doubtfulEnd : end;
    }

    private static int CodePointLength(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private static byte[] BuildTransitions()
    {
        const State Stop = State.Stop, Inside = State.Inside, Complete = State.Complete, Danda = State.AfterDanda;
        const State Term = State.AfterTerminator, TermSpace = State.AfterTerminatorSpace, Began = State.NextBegan;
        const State Dot = State.AfterFullStop, DotQuote = State.AfterFullStopQuote, DotSpace = State.AfterFullStopSpace;
        const State DotSpaces = State.AfterFullStopSpaces, Maybe = State.Undecided, Far = State.UndecidedFar;

        // Columns: Number, ParagraphSeparator, FullStop, Quote, Terminator, Letter, LowerCase, Danda, Other, Closing, Space.
        var rows = new Dictionary<State, State[]>
        {
            [Inside] = [Inside, Complete, Dot, Inside, Term, Inside, Inside, Danda, Inside, Inside, Inside],
            [Danda] = [Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Danda],
            [Term] = [Stop, Complete, Term, Term, Term, Stop, Stop, Stop, Stop, Term, TermSpace],
            [TermSpace] = [Stop, Complete, Stop, Stop, Stop, Stop, Stop, Stop, Stop, Stop, TermSpace],
            [Dot] = [Inside, Complete, Dot, DotQuote, Term, Inside, Inside, Maybe, Maybe, Dot, DotSpace],
            [DotQuote] = [Inside, Complete, Dot, DotQuote, Term, Began, Began, Far, Far, Dot, DotSpace],
            [DotSpace] = [Inside, Complete, Dot, Maybe, Term, Began, Inside, Maybe, Maybe, Inside, DotSpaces],
            [DotSpaces] = [Inside, Complete, Dot, Far, Term, Began, Began, Far, Far, Inside, DotSpaces],
            [Maybe] = [Inside, Complete, Dot, Maybe, Term, Began, Began, Maybe, Maybe, Inside, Inside],
            [Far] = [Stop, Stop, Stop, Maybe, Stop, Began, Began, Maybe, Maybe, Stop, Stop],
        };

        var table = new byte[(int)(State.NextBegan + 1) << ClassBits];
        for (var state = Stop; state <= Began; state++)
        {
            // A mark stays with what is before it; states without a row end the sentence whatever comes.
            table[(int)state << ClassBits] = (byte)state;
            if (!rows.TryGetValue(state, out var row)) continue;
            for (var i = 0; i < row.Length; i++) table[(int)state << ClassBits | (i + 1)] = (byte)row[i];
        }

        return table;
    }
}
