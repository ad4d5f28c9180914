using NewsSearch.Lucene.Analysis;
using NewsSearch.SmartCn.Dictionary;
using NewsSearch.SmartCn.Segmentation;
using NewsSearch.SmartCn.Stemming;

namespace NewsSearch.SmartCn;

/// <summary>
/// Analyses Chinese text, mixed with English or not, as the SmartChineseAnalyzer of Lucene 8.7.0 does on Java 17: the same terms, offsets
/// and positions.
/// </summary>
/// <remarks>
/// A text is split into sentences, these into words by a hidden Markov model over a dictionary of 85,000 words and 330,000 pairs; English
/// words are stemmed by Porter's algorithm and punctuation is left out. The dictionary is read on first use and shared.
/// Any text is accepted, lone surrogates and controls included; the time is linear in its length. Thread-safe.
/// </remarks>
/// <param name="stemEnglish">Whether English words are stemmed; Lucene's analyzer always does.</param>
public sealed class SmartChineseAnalyzer(bool stemEnglish = true) : Analyzer
{
    /// <summary>The terms that are left out: punctuation. All delimiters have the term "," when they come here.</summary>
    public static IReadOnlySet<string> DefaultStopWords { get; } = new HashSet<string>
    {
        ",", ".", "`", "-", "_", "=", "?", "'", "|", "\"", "(", ")", "{", "}", "[", "]", "<", ">", "*", "#", "&", "^", "$", "@", "!", "~",
        ":", ";", "+", "/", "\\", "《", "》", "—", "－", "，", "。", "、", "：", "；", "！", "·", "？", "“", "”", "）", "（", "【", "】", "［",
        "］", "●", "\u3000",
    };

    /// <inheritdoc/>
    public override TokenStream CreateStream(string field)
    {
        TokenStream stream = new HmmChineseTokenizer(HmmDictionary.Embedded);
        if (stemEnglish) stream = new PorterStemFilter(stream);
        return new StopFilter(stream, DefaultStopWords);
    }
}
