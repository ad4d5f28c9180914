namespace NewsSearch.Archive;

/// <summary>A query that can't be answered. The message is for the reader, in Chinese, and says what to change.</summary>
/// <param name="parameter">The part of the query at fault, as the API names it.</param>
/// <param name="message">What is wrong and what to do.</param>
public sealed class NewsQueryException(string parameter, string message) : Exception(message)
{
    /// <summary>The part of the query at fault, as the API names it: q, size, page, from, to and so on.</summary>
    public string Parameter { get; } = parameter;
}
