namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// The factors of a <see cref="RecencyBoost"/> by age, each computed once: a power takes longer than all the rest of scoring a document. Thread-safe.
/// </summary>
internal sealed class AgeFactors
{
    /// <summary>Where the unit is a day, some twenty years; older ones are computed each time.</summary>
    private const int KnownAges = 1 << 13;

    // Searches of one archive nearly all weigh age alike.
    private static volatile AgeFactors s_last = new(1, 0);

    private readonly double _halfLife;
    private readonly double _weight;

    // By age; 0 where it was not computed yet, which no factor is.
    private readonly double[] _known = new double[KnownAges];

    private AgeFactors(double halfLife, double weight)
    {
        _halfLife = halfLife;
        _weight = weight;
    }

    /// <summary>Those of a half-life and a weight.</summary>
    public static AgeFactors Of(double halfLife, double weight)
    {
        var last = s_last;
        return last._halfLife == halfLife && last._weight == weight ? last : s_last = new AgeFactors(halfLife, weight);
    }

    /// <summary>The factor of a value that is so much older than the origin, or not older.</summary>
    public double Of(long origin, long value)
    {
        // The difference of two longs need not fit into one, but where it is positive it fits without its sign.
        var age = value >= origin ? 0 : unchecked((ulong)origin - (ulong)value);
        if (age >= KnownAges) return Compute(age);
        var known = Volatile.Read(ref _known[age]);
        if (known == 0) Volatile.Write(ref _known[age], known = Compute(age));
        return known;
    }

    private double Compute(ulong age) => 1 + _weight * Math.Pow(2, -(double)age / _halfLife);
}
