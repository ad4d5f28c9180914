using NewsSearch.SmartCn.Dictionary;

namespace NewsSearch.SmartCn.Segmentation;

/// <summary>
/// The graph of all tokens that a sentence can be read as, and the cheapest path through it. Tokens must be added in the order
/// of their starts, so that all that end before one are there already.
/// </summary>
/// <remarks>
/// Sums are made in the same order as SmartCn makes them, and of equal ones the token that was added first wins as there: the choice
/// between two readings of equal weight hangs on the last bit of a <see cref="double"/>. The weights lie all over a few megabytes; so each pass over the
/// graph fetches what the next one reads, while memory answers several questions at once.
/// </remarks>
internal sealed class WordGraph
{
    private const int None = -1;

    private readonly BigramWeights _weights;
    private Node[] _nodes = new Node[256];
    private int[] _lastEndingAt = new int[256];
    private int _count;

    public WordGraph(BigramWeights weights) => _weights = weights;

    /// <summary>Starts the graph of a sentence with the token before its first character.</summary>
    /// <param name="length">The length of the sentence.</param>
    /// <param name="sentenceStart">The number of the token for the start of a sentence.</param>
    /// <param name="follower">Where the first token starts.</param>
    public void Begin(int length, int sentenceStart, int follower)
    {
        if (_lastEndingAt.Length <= length) _lastEndingAt = new int[length + 1];
        _lastEndingAt.AsSpan(0, length + 1).Fill(None);
        _nodes[0] = new Node { Left = _weights.Left(sentenceStart), Previous = None, LastBefore = None, NextEndingThere = None };
        _count = 1;
        _lastEndingAt[follower] = 0;
    }

    /// <summary>Adds a token of the sentence.</summary>
    /// <param name="number">The token's number in the dictionary.</param>
    /// <param name="token">The token's place and kind.</param>
    /// <param name="follower">Where tokens behind it start: at its end, or behind the spaces there.</param>
    public void Add(int number, SegmentToken token, int follower)
    {
        if (_count == _nodes.Length) Array.Resize(ref _nodes, 2 * _count);
        _weights.PrefetchLeft(number);
        ref var node = ref _nodes[_count];
        node.Number = number;
        node.Token = token;
        node.LastBefore = _lastEndingAt[token.Start];
        node.NextEndingThere = _lastEndingAt[follower];
        _lastEndingAt[follower] = _count++;
    }

    /// <summary>Writes the tokens of the best path to <paramref name="path"/>, the last one first, and returns how many they are.</summary>
    public int End(int length, int sentenceEnd, ref SegmentToken[] path)
    {
        FetchWeights();
        var nodes = _nodes.AsSpan(0, _count);
        for (var i = 1; i < nodes.Length; i++) (nodes[i].Weight, nodes[i].Previous) = FindBest(nodes[i].Number, nodes[i].LastBefore);
        var (_, node) = FindBest(sentenceEnd, _lastEndingAt[length]);
        var count = 0;
        for (; _nodes[node].Previous != None; node = _nodes[node].Previous)
        {
            if (count == path.Length) Array.Resize(ref path, 2 * count);
            path[count++] = _nodes[node].Token;
        }

        return count;
    }

    private void FetchWeights()
    {
        var nodes = _nodes.AsSpan(0, _count);
        for (var i = 1; i < nodes.Length; i++)
        {
            ref var node = ref nodes[i];
            node.Left = _weights.Left(node.Number);
            var hash = BigramWeights.HashOf(node.Number);
            for (var before = node.LastBefore; before != None; before = nodes[before].NextEndingThere) _weights.Prefetch(nodes[before].Left, node.Number, hash);
        }
    }

    /// <summary>The best of the tokens before one, of which the last that was added is given.</summary>
    private (double Weight, int Previous) FindBest(int number, int lastBefore)
    {
        var nodes = _nodes;
        var hash = BigramWeights.HashOf(number);
        var best = double.MaxValue;
        var previous = None;

        // The list runs from the last added to the first, so "not larger" lets the first of equals win.
        for (var i = lastBefore; i != None; i = nodes[i].NextEndingThere)
        {
            ref readonly var node = ref nodes[i];
            var weight = node.Weight + _weights.Weight(node.Left, number, hash);
            if (weight > best) continue;
            best = weight;
            previous = i;
        }

        return (best, previous);
    }

    private struct Node
    {
        public double Weight;
        public BigramWeights.LeftWord Left;
        public int Number;

        /// <summary>The last of the tokens that end where this one starts.</summary>
        public int LastBefore;

        /// <summary>The best of them.</summary>
        public int Previous;
        public int NextEndingThere;
        public SegmentToken Token;
    }
}
