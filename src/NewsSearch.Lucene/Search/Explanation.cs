using System.Globalization;
using System.Text;

namespace NewsSearch.Lucene.Search;

/// <summary>How the score of a document came about, or why it does not match.</summary>
public sealed class Explanation
{
    private Explanation(bool isMatch, float value, string description, IReadOnlyList<Explanation> details)
    {
        IsMatch = isMatch;
        Value = value;
        Description = description;
        Details = details;
    }

    /// <summary>Whether the document matches.</summary>
    public bool IsMatch { get; }

    /// <summary>The document's score or the part of it that is described; 0 where nothing matches.</summary>
    public float Value { get; }

    /// <summary>What the value is.</summary>
    public string Description { get; }

    /// <summary>What it was computed from.</summary>
    public IReadOnlyList<Explanation> Details { get; }

    /// <summary>The tree, one line a node, indented by depth.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, 0);
        return text.ToString();
    }

    internal static Explanation Match(float value, string description, params IReadOnlyList<Explanation> details) => new(true, value, description, details);

    internal static Explanation NoMatch(string description, params IReadOnlyList<Explanation> details) => new(false, 0, description, details);

    private void Append(StringBuilder text, int depth)
    {
        text.Append(' ', 2 * depth)
            .Append(IsMatch ? Value.ToString(CultureInfo.InvariantCulture) : "no match")
            .Append(" = ").Append(Description).Append('\n');
        foreach (var detail in Details) detail.Append(text, depth + 1);
    }
}
