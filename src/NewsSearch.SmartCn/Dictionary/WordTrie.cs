using System.Diagnostics;

namespace NewsSearch.SmartCn.Dictionary;

/// <summary>
/// The words of Han characters as a tree of characters. Nodes have numbers: the single characters U+4E00 to U+9FA5 come first, in their
/// order, whether they are words or not; longer prefixes follow. A word's number in the other tables is its node.
/// </summary>
/// <remarks>
/// All steps are in one open-addressed table of 64-bit slots, so that a step costs one memory access as a rule:
/// (parent : 17, character - U+4E00 : 15) in the upper half, (child : 17, has children : 1, is word : 1) in the lower. An empty
/// slot is 0, which no child's number is.
/// </remarks>
internal sealed class WordTrie
{
    public const char FirstHan = '\u4E00';
    public const char LastHan = '\u9FA5';
    public const int HanCount = LastHan - FirstHan + 1;

    private const int NodeBits = 17;
    private const int CharacterBits = 15;
    private const uint NodeMask = (1u << NodeBits) - 1;
    private const uint HasChildrenFlag = 1u << NodeBits;
    private const uint IsWordFlag = 1u << (NodeBits + 1);
    private const int TableBits = 18;

    private readonly ulong[] _slots = new ulong[1 << TableBits];
    private readonly uint[] _roots = new uint[HanCount];

    public WordTrie()
    {
        for (var i = 0; i < HanCount; i++) _roots[i] = (uint)i;
    }

    public int NodeCount { get; private set; } = HanCount;

    public static bool IsHan(char c) => c is >= FirstHan and <= LastHan;

    /// <summary>The cursor of a single character.</summary>
    public WordCursor Root(char c) => new(_roots[c - FirstHan]);

    /// <summary>Goes on by one Han character; false if no word begins so.</summary>
    public bool TryStep(ref WordCursor cursor, char c)
    {
        if (!cursor.HasChildren) return false;
        var key = Key((uint)cursor.Node, c);
        for (var i = SlotOf(key);; i = (i + 1) & (_slots.Length - 1))
        {
            var slot = _slots[i];
            if (slot == 0) return false;
            if ((uint)(slot >> 32) != key) continue;
            cursor = new WordCursor((uint)slot);
            return true;
        }
    }

    /// <summary>Adds a word of Han characters and returns its node.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        ref var entry = ref _roots[word[0] - FirstHan];
        if (word.Length == 1) return (int)(entry & NodeMask);
        var slot = 0;
        for (var i = 1; i < word.Length; i++)
        {
            if (i == 1) entry |= HasChildrenFlag;
            else _slots[slot] |= HasChildrenFlag;
            var parent = i == 1 ? entry & NodeMask : (uint)_slots[slot] & NodeMask;
            slot = FindOrAdd(Key(parent, word[i]));
        }

        _slots[slot] |= IsWordFlag;
        return (int)((uint)_slots[slot] & NodeMask);
    }

    private int FindOrAdd(uint key)
    {
        var i = SlotOf(key);
        while (_slots[i] != 0 && (uint)(_slots[i] >> 32) != key) i = (i + 1) & (_slots.Length - 1);
        if (_slots[i] != 0) return i;
        if (NodeCount > NodeMask) throw new InvalidDataException($"SmartCn.dict: more than {NodeMask + 1} prefixes of words");
        _slots[i] = (ulong)key << 32 | (uint)NodeCount++;
        return i;
    }

    private static uint Key(uint parent, char c)
    {
        Debug.Assert(IsHan(c));
        return parent << CharacterBits | (uint)(c - FirstHan);
    }

    private static int SlotOf(uint key) => (int)((key * 0x9E3779B1u) >> (32 - TableBits));

    /// <summary>A place in the tree.</summary>
    public readonly struct WordCursor(uint bits)
    {
        public int Node => (int)(bits & NodeMask);

        public bool HasChildren => (bits & HasChildrenFlag) != 0;

        /// <summary>Whether a word of two or more characters ends here.</summary>
        public bool IsWord => (bits & IsWordFlag) != 0;
    }
}
