namespace NewsSearch.Archive.Dictionary;

/// <summary>A dictionary can't be used; the message says which file and line, what is wrong there and what was expected.</summary>
public sealed class DictionaryFileException(string place, string found, string expected) : IOException($"{place}: {found}; expected {expected}.");
