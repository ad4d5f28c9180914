using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NewsSearch.SmartCn.Dictionary;

/// <summary>
/// What it costs to read one word after another: minus the logarithm of the smoothed probability. Everything is computed once, so that a
/// look-up does no arithmetic.
/// </summary>
/// <remarks>
/// Words that were seen in front of others have a small open-addressed table of their right neighbours each; all of them lie in one
/// array, one after the other. An entry has four bytes, to stay in the processor's cache: the right word, and which of the left word's few
/// different weights it has. Most pairs that the segmenter asks for were never seen: a filter of one bit a hash, small enough for the
/// processor's cache, says so for nearly all of these (B. Bloom, "Space/Time Trade-offs in Hash Coding with Allowable Errors", 1970).
/// </remarks>
internal sealed class BigramWeights
{
    /// <summary>How many words the corpus behind the counts had, as SmartCn has it.</summary>
    public const int CorpusWordCount = 2_159_997;

    private const double Smoothing = 0.1;
    private const double Tiny = 1.0 / CorpusWordCount;
    private const int RightBits = 18;
    private const uint RightMask = (1u << RightBits) - 1;
    private const uint NoEntry = uint.MaxValue;
    private const int FilterBits = 22;

    private readonly LeftWord[] _lefts;
    private readonly uint[] _entries;
    private double[] _weights = [];
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];

    private BigramWeights(LeftWord[] lefts, int slotCount)
    {
        _lefts = lefts;
        _entries = new uint[slotCount];
        Array.Fill(_entries, NoEntry);
    }

    /// <summary>Takes the words' numbers in the segmenter from <paramref name="numbers"/>, and their counts by that number.</summary>
    public static BigramWeights Build(DictionaryContent content, int[] numbers, int[] countsByNumber)
    {
        var lefts = new LeftWord[countsByNumber.Length];
        for (var i = 0; i < lefts.Length; i++)
        {
            // Neighbours mostly have the same count, 0 above all.
            var isSame = i > 0 && countsByNumber[i] == countsByNumber[i - 1];
            lefts[i] = new LeftWord(isSame ? lefts[i - 1].UnseenWeight : MinusLog(countsByNumber[i], 0), LeftWord.HashOf(i), 0, 0, 0);
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

    /// <summary>Lets the processor fetch what <see cref="Left"/> will read.</summary>
    public unsafe void PrefetchLeft(int left)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref _lefts[left]));
    }

    /// <summary>Lets the processor fetch what <see cref="Weight(in LeftWord, int, uint)"/> will read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(in LeftWord left, int right, uint rightHash)
    {
        var bit = (left.Hash + rightHash) >> (32 - FilterBits);
        if ((_filter[bit >> 6] >> (int)bit & 1) != 0 && Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref _entries[left.Start + (Hash(right) & left.Mask)]));
    }

    /// <summary>The hash of a word on the right side of pairs.</summary>
    public static uint HashOf(int right) => (uint)right * 0x85EBCA6Bu;

    /// <summary>The plain way to a weight, without the filter.</summary>
    internal double WeightInTable(in LeftWord word, int right)
    {
        for (var i = Hash(right) & word.Mask;; i = (i + 1) & word.Mask)
        {
            var found = _entries[word.Start + i];
            if ((found & RightMask) == right) return _weights[word.FirstWeight + (int)(found >> RightBits)];
            if (found == NoEntry) return word.UnseenWeight;
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
        if (countsByNumber.Length > RightMask) throw new InvalidDataException($"SmartCn.dict: {countsByNumber.Length} words, more than {RightMask}");
        var weights = new List<double>();
        // Most bigrams of a word were seen once or a few times: their logarithms are taken once a word.
        var indexes = new Dictionary<int, int>();
        for (var word = 0; word < content.WordCount; word++)
        {
            indexes.Clear();
            ref var left = ref _lefts[numbers[word]];
            left = left with { FirstWeight = weights.Count };
            for (var i = content.BigramStarts[word]; i < content.BigramStarts[word + 1]; i++)
            {
                if (indexes.TryAdd(content.BigramCounts[i], indexes.Count)) weights.Add(MinusLog(countsByNumber[numbers[word]], content.BigramCounts[i]));
                Put(left, numbers[content.BigramRights[i]], indexes[content.BigramCounts[i]]);
            }
        }

        _weights = [.. weights];
    }

    private void Put(in LeftWord left, int right, int weight)
    {
        // The largest index would make the largest right word look like a free entry.
        if (weight >= (int)(NoEntry >> RightBits)) throw new InvalidDataException($"SmartCn.dict: {weight + 1} or more different counts of one word's bigrams");
        var slot = Hash(right) & left.Mask;
        while (_entries[left.Start + slot] != NoEntry) slot = (slot + 1) & left.Mask;
        _entries[left.Start + slot] = (uint)weight << RightBits | (uint)right;
        var bit = (left.Hash + HashOf(right)) >> (32 - FilterBits);
        _filter[bit >> 6] |= 1UL << (int)bit;
    }

    private static int Hash(int right) => (int)((uint)right * 0x9E3779B1u >> 12);

    /// <summary>A word on the left side of pairs.</summary>
    /// <param name="UnseenWeight">The weight of any right word that was not seen after it.</param>
    /// <param name="Hash">Its part of the hash of its pairs.</param>
    /// <param name="Start">Where its table of right words begins.</param>
    /// <param name="Mask">The size of that table, less one.</param>
    /// <param name="FirstWeight">Where its weights begin.</param>
    internal readonly record struct LeftWord(double UnseenWeight, uint Hash, int Start, int Mask, int FirstWeight)
    {
        public static uint HashOf(int left) => (uint)left * 0x9E3779B1u;
    }
}
