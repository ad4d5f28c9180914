using NewsSearch.Lucene.Analysis;
using NewsSearch.SmartCn.Normalization;
using NewsSearch.SmartCn.Pairs;

namespace NewsSearch.SmartCn;

/// <summary>
/// Cuts a text into overlapping pairs of characters, so that any text of two or more characters is found by a phrase of its pairs, and
/// one character by the prefix that it is.
/// </summary>
/// <remarks>
/// For the Unicode scalars c0 to cn of the normalised text (<see cref="TextNormalizer"/>), the term c0c1 at position 0, c1c2 at position
/// 1 and so on, and cn alone at position n. All characters count, punctuation and the space too; a surrogate pair is one character.
/// Offsets are those of the original. Thread-safe.
/// </remarks>
public sealed class CharacterPairAnalyzer : Analyzer
{
    /// <inheritdoc/>
    public override TokenStream CreateStream(string field) => new CharacterPairStream();
}
