using System.Runtime.CompilerServices;

namespace NewsSearch.SmartCn.Dictionary;

/// <summary>
/// What it costs to read one word after another: minus the logarithm of the smoothed probability. Everything is computed once, so that a
/// look-up does no arithmetic.
/// </summary>
/// <remarks>
/// Words that were seen in front of others have a small open-addressed table of their right neighbours each; all of them lie in one
/// array, one after the other. Most pairs that the segmenter asks for were never seen: a filter of one bit a hash, small enough for the
/// processor's cache, says so for nearly all of these (B. Bloom, "Space/Time Trade-offs in Hash Coding with Allowable Errors", 1970).
/// </remarks>
internal sealed class BigramWeights
{
    /// <summary>How many words the corpus behind the counts had, as SmartCn has it.</summary>
    public const int CorpusWordCount = 2_159_997;

    private const double Smoothing = 0.1;
    private const double Tiny = 1.0 / CorpusWordCount;
    private const int NoRight = -1;
    private const int KnownCounts = 16;
    private const int FilterBits = 22;

    private readonly LeftWord[] _lefts;
    private readonly int[] _rights;
    private readonly double[] _weights;
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];

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
            lefts[i] = new LeftWord(isSame ? lefts[i - 1].UnseenWeight : MinusLog(countsByNumber[i], 0), LeftWord.HashOf(i), 0, 0);
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
    public double Weight(int left, int right) => Weight(_lefts[left], right, HashOf(right));

    /// <summary>What is to be known of a word that others may follow; the caller keeps it to spare looking it up for each of these.</summary>
    public ref readonly LeftWord Left(int left) => ref _lefts[left];

    /// <summary>As above, for a left word and the hash of a right word that are at hand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Weight(in LeftWord left, int right, uint rightHash)
    {
        var bit = (left.Hash + rightHash) >> (32 - FilterBits);
        return (_filter[bit >> 6] >> (int)bit & 1) == 0 ? left.UnseenWeight : WeightInTable(left, right);
    }

    /// <summary>The hash of a word on the right side of pairs.</summary>
    public static uint HashOf(int right) => (uint)right * 0x85EBCA6Bu;

    /// <summary>The plain way to a weight, without the filter.</summary>
    internal double WeightInTable(in LeftWord word, int right)
    {
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
                var bit = (left.Hash + HashOf(right)) >> (32 - FilterBits);
                _filter[bit >> 6] |= 1UL << (int)bit;
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

    /// <summary>A word on the left side of pairs.</summary>
    /// <param name="UnseenWeight">The weight of any right word that was not seen after it.</param>
    /// <param name="Hash">Its part of the hash of its pairs.</param>
    /// <param name="Start">Where its table of right words begins.</param>
    /// <param name="Mask">The size of that table, less one.</param>
    internal readonly record struct LeftWord(double UnseenWeight, uint Hash, int Start, int Mask)
    {
        public static uint HashOf(int left) => (uint)left * 0x9E3779B1u;
    }
}
