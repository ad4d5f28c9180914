using Microsoft.AspNetCore.Http;

namespace NewsSearch.Web;

/// <summary>Refuses misspelt parameters: a filter that is passed over in silence gives a researcher a wrong answer.</summary>
internal static class UnknownParameters
{
    /// <exception cref="ProblemException">A parameter is not among the known ones.</exception>
    public static void Refuse(IQueryCollection values, IReadOnlyList<string> known)
    {
        foreach (var name in values.Keys)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase)) throw new ProblemException(Problem.UnknownParameter(name, known));
        }
    }
}
