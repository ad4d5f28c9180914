namespace NewsSearch.SmartCn.Dictionary;

/// <summary>
/// What it costs to read one word after another: minus the logarithm of the smoothed probability. Everything is computed once, so that a
/// look-up does no arithmetic.
/// </summary>
/// <remarks>
/// Words that were seen in front of others have a small open-addressed table of their right neighbours each; all of them lie in one
/// array, one after the other. The segmenter asks for several right words after the same left word, and then stays in one table.
/// </remarks>
internal sealed class BigramWeights
{
    /// <summary>How many words the corpus behind the counts had, as SmartCn has it.</summary>
    public const int CorpusWordCount = 2_159_997;

    private const double Smoothing = 0.1;
    private const double Tiny = 1.0 / CorpusWordCount;
    private const int NoRight = -1;
    private const int KnownCounts = 16;

    private readonly LeftWord[] _lefts;
    private readonly int[] _rights;
    private readonly double[] _weights;

    private BigramWeights(LeftWord[] lefts, int slotCount)
    {
        _lefts = lefts;
        _rights = new int[slotCount];
        _weights = new double[slotCount];
        Array.Fill(_rights, NoRight);
    }

    /// <summary>Takes the words' numbers in the segmenter from <paramref name="numbers"/>, and their counts by that number.</summary>
    public static BigramWeights Build(DictionaryContent content, int[] numbers, int[] countsByNumber)
    {
        var lefts = new LeftWord[countsByNumber.Length];
        for (var i = 0; i < lefts.Length; i++)
        {
            // Neighbours mostly have the same count, 0 above all.
            var isSame = i > 0 && countsByNumber[i] == countsByNumber[i - 1];
            lefts[i] = new LeftWord(isSame ? lefts[i - 1].UnseenWeight : MinusLog(countsByNumber[i], 0), 0, 0);
        }

        var slotCount = 1;
        for (var word = 0; word < content.WordCount; word++)
        {
            var count = content.BigramStarts[word + 1] - content.BigramStarts[word];
            if (count == 0) continue;
            var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count * 2);
            ref var left = ref lefts[numbers[word]];
            left = left with { Start = slotCount, Mask = size - 1 };
            slotCount += size;
        }

        // Slot 0 stays empty: it is the table of all words that have none.
        var weights = new BigramWeights(lefts, slotCount);
        weights.Fill(content, numbers, countsByNumber);
        return weights;
    }

    /// <summary>The weight of reading <paramref name="right"/> after <paramref name="left"/>; the smaller, the likelier.</summary>
    public double Weight(int left, int right)
    {
        ref readonly var word = ref _lefts[left];
        for (var i = Hash(right) & word.Mask;; i = (i + 1) & word.Mask)
        {
            var found = _rights[word.Start + i];
            if (found == right) return _weights[word.Start + i];
            if (found == NoRight) return word.UnseenWeight;
        }
    }

    /// <summary>The formula of SmartCn's BiSegGraph; the order of the operations decides the last bit and with it some ties.</summary>
    internal static double Probability(int leftCount, int bigramCount)
    {
        double left = leftCount;
        return Smoothing * (1.0 + left) / CorpusWordCount
            + (1.0 - Smoothing) * ((1.0 - Tiny) * bigramCount / (1.0 + left) + Tiny);
    }

    private static double MinusLog(int leftCount, int bigramCount) => -PreciseLogarithm.Log(Probability(leftCount, bigramCount));

    private void Fill(DictionaryContent content, int[] numbers, int[] countsByNumber)
    {
        // Most bigrams of a word were seen once or a few times: their logarithms are taken once a word. No weight is 0.
        Span<double> known = stackalloc double[KnownCounts];
        for (var word = 0; word < content.WordCount; word++)
        {
            var left = _lefts[numbers[word]];
            known.Clear();
            for (var i = content.BigramStarts[word]; i < content.BigramStarts[word + 1]; i++)
            {
                var right = numbers[content.BigramRights[i]];
                var slot = Hash(right) & left.Mask;
                while (_rights[left.Start + slot] != NoRight) slot = (slot + 1) & left.Mask;
                _rights[left.Start + slot] = right;
                _weights[left.Start + slot] = WeightOf(countsByNumber[numbers[word]], content.BigramCounts[i], known);
            }
        }
    }

    private static double WeightOf(int leftCount, int bigramCount, Span<double> known)
    {
        if (bigramCount >= known.Length) return MinusLog(leftCount, bigramCount);
        ref var weight = ref known[bigramCount];
        if (weight == 0) weight = MinusLog(leftCount, bigramCount);
        return weight;
    }

    private static int Hash(int right) => (int)((uint)right * 0x9E3779B1u >> 12);

    /// <summary>A word on the left: the weight of any right word not seen after it, and its table of those that were.</summary>
    private readonly record struct LeftWord(double UnseenWeight, int Start, int Mask);
}
