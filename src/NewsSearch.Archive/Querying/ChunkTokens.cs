using NewsSearch.Lucene.Analysis;
using NewsSearch.SmartCn.Words;

namespace NewsSearch.Archive.Querying;

/// <summary>Cuts a normalised chunk of a query into the words of the word stream, with numbers and what they count in one piece.</summary>
internal static class ChunkTokens
{
    // What may go on behind a number and a character: 5月21日, 3点30分.
    private const string DateMarks = "年月日号点时分秒";

    // Units that follow on a number one after the other: 5万亿元.
    private const string Powers = "十百千万亿";

    private static readonly HashSet<string> s_measures =
    [
        "周年", "万元", "亿元", "万亿", "美元", "欧元", "日元", "英镑", "公里", "千米", "公斤", "万吨", "小时", "分钟", "个月", "年代", "世纪", "毫米", "厘米", "平方米",
        "公顷", "万亩", "万人", "万名", "万户", "月份", "年度", "季度",
    ];

    // The working memory of segmentation is large beside a query, which has many chunks.
    [ThreadStatic]
    private static TokenStream? t_stream;

    /// <summary>The words in order; none overlaps another.</summary>
    public static List<ChunkToken> Read(string chunk)
    {
        var tokens = ReadWords(chunk);
        var read = new List<ChunkToken>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (EndOfQuantity(chunk, tokens, i) is not (> 0 and var end))
            {
                read.Add(tokens[i]);
                continue;
            }

            var start = tokens[i].Start;
            // 第5届 is one thing too.
            if (read.Count > 0 && read[^1] is { IsSingle: true } before && before.Touches(tokens[i]) && chunk[before.Start] == '第')
            {
                start = before.Start;
                read.RemoveAt(read.Count - 1);
            }

            read.Add(new ChunkToken(start, tokens[end - 1].End, ChunkTokenKind.Quantity));
            i = end - 1;
        }

        return read;
    }

    private static List<ChunkToken> ReadWords(string chunk)
    {
        var tokens = new List<ChunkToken>();
        var stream = t_stream ??= ArticleSchema.Analyzer.CreateStream(ArticleSchema.Body);
        stream.Reset(chunk.AsMemory());
        while (stream.MoveNext())
        {
            var (start, end) = (stream.StartOffset, stream.EndOffset);
            // Parts of a word lie inside the word, which comes first.
            if (tokens.Count == 0 || start >= tokens[^1].End) tokens.Add(new ChunkToken(start, end, KindOf(chunk.AsSpan(start, end - start))));
        }

        return tokens;
    }

    private static ChunkTokenKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.Contains('〇')) return ChunkTokenKind.Number;
        if (!WordCharacters.IsLetterOrDigit(word[0])) return word.Length == (char.IsHighSurrogate(word[0]) ? 2 : 1) ? ChunkTokenKind.Single : ChunkTokenKind.Han;
        foreach (var c in word)
            if (WordCharacters.IsLetter(c)) return ChunkTokenKind.Letters;
        return ChunkTokenKind.Number;
    }

    /// <summary>The token behind the quantity that begins with the number, or 0 if there is none or the number counts nothing.</summary>
    private static int EndOfQuantity(string chunk, List<ChunkToken> tokens, int number)
    {
        var end = 0;
        if (tokens[number].Kind == ChunkTokenKind.Letters) return EndOfLetter(tokens, number);
        if (tokens[number].Kind != ChunkTokenKind.Number) return 0;
        for (var i = number + 1; i < tokens.Count && tokens[i - 1].Touches(tokens[i]); i++)
        {
            var word = chunk.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
            var before = chunk[tokens[i - 1].End - 1];
            if (tokens[i].Kind == ChunkTokenKind.Number)
            {
                if (!DateMarks.Contains(before)) break;
                continue;
            }

            var isFirst = tokens[i - 1].Kind == ChunkTokenKind.Number;
            if (!isFirst && !Powers.Contains(before)) break;
            if (!tokens[i].IsSingle && !s_measures.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) break;
            if (FunctionWords.Contains(word) && word[0] is not ('个' or '地')) break;
            end = i + 1;
        }

        return end;
    }

    /// <summary>One letter and the character behind it are a name: A股, T恤, K线.</summary>
    private static int EndOfLetter(List<ChunkToken> tokens, int letter) =>
        tokens[letter].End - tokens[letter].Start == 1 && letter + 1 < tokens.Count && tokens[letter + 1].IsSingle && tokens[letter].Touches(tokens[letter + 1])
            ? letter + 2
            : 0;
}
