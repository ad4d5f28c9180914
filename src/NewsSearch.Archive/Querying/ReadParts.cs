using NewsSearch.SmartCn.Normalization;

namespace NewsSearch.Archive.Querying;

/// <summary>Lists what a query looks for: for its reader, and to be marked in what is found.</summary>
internal sealed class ReadParts
{
    private readonly UnitSource _units;
    private readonly List<ReadUnit> _readUnits = [];
    private readonly List<HighlightPattern> _patterns = [];

    private ReadParts(UnitSource units) => _units = units;

    public IReadOnlyList<ReadUnit> Units => _readUnits;

    /// <summary>What is marked; nothing that is excluded.</summary>
    public IReadOnlyList<HighlightPattern> Patterns => _patterns;

    /// <summary>Whether hits can be more relevant or less.</summary>
    public bool HasText => _readUnits.Exists(unit => unit.Kind != ReadUnitKind.Excluded);

    public static ReadParts Of(QueryNode? root, UnitSource units)
    {
        var parts = new ReadParts(units);
        if (root is not null) parts.Add(root);
        return parts;
    }

    private void Add(QueryNode node)
    {
        switch (node)
        {
            case QueryNode.Words words: AddWords(words.Text); break;
            case QueryNode.Literal literal: AddLiteral(literal.Text); break;
            case QueryNode.Work work: AddLiteral(work.Title); break;
            case QueryNode.Prefix prefix: AddPrefix(TextNormalizer.Normalize(prefix.Text)); break;
            case QueryNode.Near near:
                AddNear(near.First);
                AddNear(near.Second);
                break;
            case QueryNode.InTitle title: Add(title.Node); break;
            case QueryNode.Not not: AddExcluded(not.Node); break;
            case QueryNode.All all: AddEach(all.Nodes); break;
            case QueryNode.Any any: AddEach(any.Nodes); break;
            default: break;
        }
    }

    private void AddEach(IReadOnlyList<QueryNode> nodes)
    {
        foreach (var node in nodes) Add(node);
    }

    private void AddWords(string text)
    {
        foreach (var unit in _units.Of(text))
        {
            AddUnit(unit.Text, KindOf(unit), [.. unit.Equivalents.Select(other => other.Text)]);
            if (unit.Role == UnitRole.Required) Mark(unit);
            foreach (var other in unit.Equivalents) Mark(other);
            foreach (var inContext in unit.InContext) AddPattern(inContext, isWord: false);
        }
    }

    private static ReadUnitKind KindOf(QueryUnit unit) => unit.Role switch
    {
        UnitRole.Single => ReadUnitKind.Single,
        UnitRole.Optional => ReadUnitKind.Optional,
        _ => unit.IsWord ? ReadUnitKind.Word : ReadUnitKind.Characters,
    };

    private void Mark(QueryUnit unit) => AddPattern(unit.Text, unit.IsWord);

    private void AddLiteral(string text)
    {
        var normalized = TextNormalizer.Normalize(text);
        if (normalized.Length == 0) return;
        AddUnit(normalized, ReadUnitKind.Quoted, []);
        AddPattern(normalized, isWord: false);
    }

    private void AddPrefix(string normalized)
    {
        if (normalized.Length == 0) return;
        AddUnit(normalized, ReadUnitKind.Prefix, []);
        Add(new HighlightPattern(normalized, BeginsWord: true, EndsWord: false));
    }

    private void AddNear(string text)
    {
        var core = QueryUnits.Core(text);
        AddLiteral(core.Length > 0 ? core : text);
    }

    private void AddExcluded(QueryNode node)
    {
        var text = node switch
        {
            QueryNode.Words words => QueryUnits.Core(words.Text),
            QueryNode.Literal literal => TextNormalizer.Normalize(literal.Text),
            _ => QueryText.Write(node),
        };
        if (text.Length > 0) AddUnit(text, ReadUnitKind.Excluded, []);
    }

    private void AddUnit(string text, ReadUnitKind kind, IReadOnlyList<string> equivalents)
    {
        if (!_readUnits.Exists(unit => unit.Text == text && unit.Kind == kind)) _readUnits.Add(new ReadUnit(text, kind, equivalents));
    }

    private void AddPattern(string text, bool isWord) => Add(new HighlightPattern(text, isWord, isWord));

    private void Add(HighlightPattern pattern)
    {
        if (!_patterns.Contains(pattern)) _patterns.Add(pattern);
    }
}
