namespace NewsSearch.Lucene.Search;

/// <summary>A text whose terms are searched in a field.</summary>
/// <param name="Field">The field to search; its analyzer cuts the text.</param>
/// <param name="Text">The text.</param>
/// <param name="Boost">Multiplies the weight and the boost of its terms; above 0.</param>
public readonly record struct MoreLikeThisSource(string Field, string Text, float Boost = 1);
