namespace NewsSearch.Archive.Evaluation;

/// <summary>A file that can't be read as queries with judgements; the message names file and line and says what was expected.</summary>
public sealed class QuerySetException : Exception
{
    public QuerySetException(string file, string reason)
        : base($"{file}: {reason}")
    {
    }

    public QuerySetException(string file, long line, string reason)
        : base($"{file}:{line}: {reason}")
    {
    }
}
