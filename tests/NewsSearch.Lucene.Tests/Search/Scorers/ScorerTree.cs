using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Tests.Search.Scorers;

/// <summary>A random combination of scorers, with what it must find: evaluated document by document, from the definition.</summary>
internal sealed class ScorerTree
{
    private readonly Func<Scorer> _create;

    private ScorerTree(SortedDictionary<int, float> expected, string description, Func<Scorer> create)
    {
        Expected = expected;
        Description = description;
        _create = create;
    }

    /// <summary>The matching documents with their scores.</summary>
    public SortedDictionary<int, float> Expected { get; }

    public string Description { get; }

    /// <summary>Documents of the segment.</summary>
    public int MaxDoc { get; private init; }

    public static ScorerTree Random(Random random, int maxDoc, int depth)
    {
        var tree = RandomKind(random, maxDoc, depth);
        return new ScorerTree(tree.Expected, tree.Description, tree._create) { MaxDoc = maxDoc };
    }

    public Scorer CreateScorer() => _create();

    private static ScorerTree RandomKind(Random random, int maxDoc, int depth)
    {
        var kind = depth == 0 ? random.Next(2) : random.Next(11);
        return kind switch
        {
            0 => List(random, maxDoc),
            1 => Candidates(random, maxDoc),
            2 or 3 => AllOf(random, Children(random, maxDoc, depth)),
            4 => Without(Random(random, maxDoc, depth - 1), Random(random, maxDoc, depth - 1)),
            5 => WithOptional(Random(random, maxDoc, depth - 1), Random(random, maxDoc, depth - 1), maxDoc),
            6 => Constant(Random(random, maxDoc, depth - 1)),
            7 => BestOf(random, Children(random, maxDoc, depth)),
            8 => Function(Random(random, maxDoc, depth - 1)),
            9 => Coverage(random, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Children(random, maxDoc, depth))]),
            _ => AnyOf(random, maxDoc, Children(random, maxDoc, depth)),
        };
    }

    private static ScorerTree[] Children(Random random, int maxDoc, int depth) =>
        [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Random(random, maxDoc, depth - 1))];

    private static SortedDictionary<int, float> Scores(Random random, int maxDoc)
    {
        var share = Math.Pow(random.NextDouble(), 2);
        var scores = new SortedDictionary<int, float>();
        for (var docId = 0; docId < maxDoc; docId++)
            if (random.NextDouble() < share) scores[docId] = random.Next(1, 64) / 8f;
        return scores;
    }

    private static ScorerTree List(Random random, int maxDoc)
    {
        var scores = Scores(random, maxDoc);
        return new ScorerTree(scores, $"list({scores.Count})", () => new ListScorer(scores));
    }

    private static ScorerTree Candidates(Random random, int maxDoc)
    {
        var scores = Scores(random, maxDoc);
        int[] candidates = [.. Enumerable.Range(0, maxDoc).Where(docId => scores.ContainsKey(docId) || random.Next(3) == 0)];
        return new ScorerTree(scores, $"candidates({scores.Count})", () => new CandidateScorer(candidates, scores));
    }

    private static ScorerTree AllOf(Random random, ScorerTree[] children)
    {
        var scoring = random.Next(children.Length + 1);
        var expected = new SortedDictionary<int, float>();
        foreach (var docId in children[0].Expected.Keys.Where(docId => children.All(child => child.Expected.ContainsKey(docId))))
            expected[docId] = children.Take(scoring).Sum(child => child.Expected[docId]);
        return new ScorerTree(expected, $"all {scoring}({Join(children)})", () => new ConjunctionScorer(
            [.. children.Take(scoring).Select(child => child.CreateScorer())],
            [.. children.Skip(scoring).Select(child => child.CreateScorer())],
            CancellationToken.None));
    }

    private static ScorerTree AnyOf(Random random, int maxDoc, ScorerTree[] children)
    {
        var minimum = random.Next(1, children.Length + 1);
        var expected = new SortedDictionary<int, float>();
        foreach (var docId in children.SelectMany(child => child.Expected.Keys).Distinct())
        {
            var matching = children.Where(child => child.Expected.ContainsKey(docId)).ToList();
            if (matching.Count >= minimum) expected[docId] = matching.Sum(child => child.Expected[docId]);
        }

        return new ScorerTree(expected, $"any {minimum}({Join(children)})", () => new DisjunctionScorer(
            [.. children.Select(child => child.CreateScorer())], minimum, maxDoc));
    }

    private static ScorerTree Coverage(Random random, ScorerTree[][] parts)
    {
        var minimum = random.Next(1, parts.Length + 1);
        var expected = new SortedDictionary<int, float>();
        foreach (var docId in parts.SelectMany(part => part).SelectMany(child => child.Expected.Keys).Distinct())
        {
            var matching = parts.Count(part => part.Any(child => child.Expected.ContainsKey(docId)));
            if (matching >= minimum) expected[docId] = 2 * matching;
        }

        return new ScorerTree(expected, $"coverage {minimum}({string.Join(" and ", parts.Select(Join))})", () => new CoverageScorer(
            [.. parts.Select(part => part.Select(child => child.CreateScorer()).ToArray())], minimum, 2, CancellationToken.None));
    }

    private static ScorerTree BestOf(Random random, ScorerTree[] children)
    {
        var tieBreaker = random.Next(2) * 0.25f;
        var expected = new SortedDictionary<int, float>();
        foreach (var docId in children.SelectMany(child => child.Expected.Keys).Distinct())
        {
            float[] scores = [.. children.Where(child => child.Expected.ContainsKey(docId)).Select(child => child.Expected[docId])];
            expected[docId] = scores.Max() + (scores.Sum() - scores.Max()) * tieBreaker;
        }

        return new ScorerTree(expected, $"best {tieBreaker}({Join(children)})", () => new DisjunctionMaxScorer(
            [.. children.Select(child => child.CreateScorer())], tieBreaker));
    }

    private static ScorerTree Function(ScorerTree inner)
    {
        var expected = new SortedDictionary<int, float>();
        foreach (var (docId, score) in inner.Expected) expected[docId] = score * 2;
        var noValues = new ScoreFactors(new Doubling(), values: null, docsWithField: null);
        return new ScorerTree(expected, $"twice({inner.Description})", () => new FunctionScorer(inner.CreateScorer(), noValues));
    }

    private static ScorerTree Without(ScorerTree required, ScorerTree excluded)
    {
        var expected = new SortedDictionary<int, float>();
        foreach (var (docId, score) in required.Expected.Where(pair => !excluded.Expected.ContainsKey(pair.Key))) expected[docId] = score;
        return new ScorerTree(expected, $"({required.Description} without {excluded.Description})", () => new ExclusionScorer(
            required.CreateScorer(), excluded.CreateScorer(), CancellationToken.None));
    }

    private static ScorerTree WithOptional(ScorerTree required, ScorerTree optional, int maxDoc)
    {
        var expected = new SortedDictionary<int, float>();
        foreach (var (docId, score) in required.Expected) expected[docId] = score + optional.Expected.GetValueOrDefault(docId);
        return new ScorerTree(expected, $"({required.Description} or rather {optional.Description})", () => new RequiredOptionalScorer(
            required.CreateScorer(), optional.CreateScorer, maxDoc));
    }

    private static ScorerTree Constant(ScorerTree inner)
    {
        var expected = new SortedDictionary<int, float>();
        foreach (var docId in inner.Expected.Keys) expected[docId] = 3;
        return new ScorerTree(expected, $"constant({inner.Description})", () => new ConstantScorer(inner.CreateScorer(), 3));
    }

    private static string Join(ScorerTree[] children) => string.Join(", ", children.Select(child => child.Description));

    private sealed record Doubling() : ScoreFunction("none")
    {
        public override string ToString() => "2";

        internal override double Factor(long? value) => value is null ? 2 : throw new InvalidOperationException("There is no column.");
    }
}
