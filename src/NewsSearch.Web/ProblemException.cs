namespace NewsSearch.Web;

/// <summary>Ends a request with a <see cref="Web.Problem"/>.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}
