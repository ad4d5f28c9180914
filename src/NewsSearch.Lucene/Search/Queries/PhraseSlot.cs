namespace NewsSearch.Lucene.Search.Queries;

/// <summary>A place of a phrase: any of the terms has to stand there.</summary>
/// <param name="Position">The place within the phrase.</param>
/// <param name="Terms">At least one, each once.</param>
internal readonly record struct PhraseSlot(int Position, string[] Terms);
