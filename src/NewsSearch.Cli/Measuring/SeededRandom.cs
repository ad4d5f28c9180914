namespace NewsSearch.Cli.Measuring;

/// <summary>Pseudo-random numbers that depend on nothing but the seed, whatever the runtime.</summary>
/// <remarks>Source: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014 (SplitMix64).</remarks>
internal struct SeededRandom(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>The numbers of one of many things, independent of those of the others.</summary>
    public static SeededRandom For(ulong seed, long thing) => new(new SeededRandom(seed ^ ((ulong)thing * Golden)).Next());

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        _state += Golden;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number from 0 to the limit, exclusive.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);
}
