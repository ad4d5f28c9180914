namespace NewsSearch.Archive.Querying;

/// <summary>Gathers what is to be said about a query, each thing once.</summary>
internal sealed class QueryNotes
{
    /// <summary>More would be read by nobody.</summary>
    private const int MaxNotes = 8;

    /// <summary>Characters of the reader's text that a note repeats.</summary>
    private const int MaxQuotedLength = 40;

    private readonly List<QueryNote> _notes = [];

    public IReadOnlyList<QueryNote> All => _notes;

    public void UnclosedQuote() => Add("unclosed-quote", "引号没有配对，已按普通文字检索。");

    public void EmptyQuote() => Add("empty-quote", "引号里没有文字，已忽略。");

    public void UnbalancedBracket() => Add("unbalanced-bracket", "括号没有配对，已忽略多出的括号。");

    public void EmptyBrackets() => Add("empty-brackets", "括号里没有检索词，已忽略。");

    public void TooDeep(int most) => Add("too-deep", $"括号套得太深（最多 {most} 层），更里面的括号已忽略。");

    public void DanglingOperator(string text) => Add("dangling-operator", $"“{Short(text)}”前后缺少检索词，已按普通文字检索。");

    public void DanglingMinus() => Add("dangling-minus", "减号后面要紧跟须排除的词；单独的减号已忽略。");

    public void MisplacedStar() => Add("misplaced-star", "星号只能放在词尾，表示以该词开头；别处的星号已忽略。");

    public void EmptyField(string name) => Add("empty-field", $"“{Short(name)}”后面要紧跟内容，已按普通文字检索。");

    public void UnknownDate(string text) => Add(
        "unknown-date", $"日期“{Short(text)}”不能识别，已按普通文字检索。可以写 date:2024-05、date:2024-05-01..2024-06 或 date:>=2024。");

    public void ReversedDates() => Add("reversed-dates", "日期范围前后颠倒，已对调。");

    public void NearNeedsTexts() => Add("near-needs-texts", "near 两边须是词或引号里的文字，已改为同时包含。");

    public void NearTooFar(int most) => Add("near-too-far", $"near 最远为 {most} 个字，已按 {most} 个字检索。");

    public void NearOneCharacter() => Add("near-one-character", "near 两边各须两个字以上，已改为同时包含。");

    public void TooManyWords(int most) => Add("too-many-words", $"检索词很长，只用了前面的 {most} 个词。");

    public void LiteralMarks(string text) => Add("literal-marks", $"没有可以检索的词，已按字符原样检索“{Short(text)}”。");

    public void WithoutSingles(IEnumerable<string> texts, bool isWidened) => Add(
        "without-single-characters", $"没有文章包含全部检索词，已略去单字{Listed(texts)}{Rest(isWidened)}。");

    public void SplitUnits(IEnumerable<string> texts, bool isWidened) => Add(
        "split-words", $"没有文章包含{Listed(texts)}，已拆开检索{Rest(isWidened)}。");

    public void PartialMatch(int least, int of, bool isWidened) => Add(
        "partial-match",
        $"没有文章包含全部 {of} 个检索词，{(isWidened ? "排在前面" : "以下")}的文章包含其中至少 {least} 个{Rest(isWidened)}。");

    public void PartialText(int least, int of, bool isWidened) => Add(
        "partial-match",
        $"没有文章包含全部检索词，{(isWidened ? "排在前面" : "以下")}的文章包含 {of} 处相邻两字（或字母、数字）中的至少 {least} 处{Rest(isWidened)}。");

    public void NoHoldings() => Add(
        "no-holdings", "本库没有收录所选日期、来源或频道的任何文章；查无结果不等于当时没有报道。");

    public void Widened(int complete) => Add(
        "widened", $"包含全部检索词的文章有 {complete} 篇，排名靠前；其余文章只包含其中一部分；只要前者，请在词间加空格。");

    private static string Rest(bool isWidened) => isWidened ? "，其余文章包含得更少" : "";

    private static string Listed(IEnumerable<string> texts) => string.Concat(texts.Select(text => $"“{Short(text)}”"));

    private static string Short(string text) => text.Length <= MaxQuotedLength ? text : text[..MaxQuotedLength] + "…";

    private void Add(string code, string message)
    {
        var note = new QueryNote(code, message);
        if (_notes.Count < MaxNotes && !_notes.Contains(note)) _notes.Add(note);
    }
}
