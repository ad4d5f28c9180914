namespace NewsSearch.Archive.Querying;

/// <summary>Words that hold a sentence together and that nobody searches for by themselves.</summary>
internal static class FunctionWords
{
    private const string Characters = "的地得了着过吗呢吧啊呀和与及或在是为于对从向被把将让给到由以而且也都就又很更最其这那之等个们";

    private const string Particles = "的了吗呢吧啊呀";

    private static readonly HashSet<string> s_words =
    [
        "什么", "怎么", "怎样", "怎么样", "如何", "为什么", "为何", "哪些", "哪里", "哪个", "多少", "关于", "以及", "并且", "或者", "还是", "这个",
        "那个", "这些", "那些", "一个", "vs", "the", "of", "and", "or",
    ];

    /// <summary>Whether a character can only end a phrase, so that nothing in front of it begins a name with it.</summary>
    public static bool IsParticle(char character) => Particles.Contains(character);

    public static bool Contains(ReadOnlySpan<char> word) =>
        word.Length == 1 && Characters.Contains(word[0]) || s_words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
