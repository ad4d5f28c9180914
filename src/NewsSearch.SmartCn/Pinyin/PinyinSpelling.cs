namespace NewsSearch.SmartCn.Pinyin;

/// <summary>A text in the letters that a reader types for it.</summary>
/// <param name="Full">All syllables, without tones and spaces: shanghezuzhi. Letters and digits of the text stand as they are, in lower case.</param>
/// <param name="Initials">The first letter of each syllable: shzz.</param>
public readonly record struct PinyinSpelling(string Full, string Initials);
