namespace NewsSearch.SmartCn.Pinyin;

/// <summary>A way to read a character in Mandarin.</summary>
/// <param name="Syllable">In lower-case letters without tone, with v for ü: zhong, lv.</param>
/// <param name="Percent">How often, of 100; readings that dictionaries list and corpora hardly have count 1.</param>
public readonly record struct Reading(string Syllable, int Percent);
