using NewsSearch.Lucene.Analysis;
using NewsSearch.SmartCn.Dictionary;
using NewsSearch.SmartCn.Normalization;
using NewsSearch.SmartCn.Words;

namespace NewsSearch.SmartCn;

/// <summary>
/// Cuts news into words: the text is normalised (<see cref="TextNormalizer"/>), Chinese is segmented as <see cref="SmartChineseAnalyzer"/>
/// does, and words of letters and digits are kept whole (<see cref="WordRun"/>) with their parts at the same position.
/// </summary>
/// <remarks>
/// c919 is also c and 919, covid-19 also covid and 19, 3.5% also 3.5, 1,024 also 1024. Nothing is stemmed. 〇 is a digit: 二〇〇二 is one
/// number. Punctuation is left out and leaves a gap in the positions. Offsets are those of the original. The dictionary is read on first
/// use and shared. Any text is accepted; the time is linear in its length. Thread-safe.
/// </remarks>
public sealed class NewsAnalyzer : Analyzer
{
    /// <inheritdoc/>
    public override TokenStream CreateStream(string field) => new WordStream(HmmDictionary.Embedded);
}
