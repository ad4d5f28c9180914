namespace NewsSearch.Lucene.Search;

/// <summary>A term of a text.</summary>
/// <param name="Text">The term.</param>
/// <param name="Freq">How often the text has it.</param>
internal readonly record struct TextTerm(string Text, int Freq);
