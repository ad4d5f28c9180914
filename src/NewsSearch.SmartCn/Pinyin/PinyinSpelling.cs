namespace NewsSearch.SmartCn.Pinyin;

/// <summary>A text in the letters that a reader types for it.</summary>
/// <param name="Full">All syllables, without tones and spaces: shanghezuzhi. Letters and digits of the text stand as they are, in lower case.</param>
/// <param name="Initials">The first letter of each syllable: shzz.</param>
/// <param name="Likelihood">How probable it is in relation to the most probable one of the text, which has 1.</param>
public readonly record struct PinyinSpelling(string Full, string Initials, double Likelihood);
