using System.Globalization;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// Prefers what is new: a score is multiplied by 1 + weight * 2^(-age / half-life), where the age is origin minus value, and 0 for values after the
/// origin. The newest are raised by the weight, those one half-life old by half of it; old ones and those without a value keep their score.
/// </summary>
public sealed record RecencyBoost : ScoreFunction
{
    /// <param name="field">A field with numeric doc values.</param>
    /// <param name="origin">The value of what is new, such as today, in the unit of the field.</param>
    /// <param name="halfLife">In the unit of the field; above 0.</param>
    /// <param name="weight">Not negative, finite; 1 doubles the score of what is new.</param>
    public RecencyBoost(string field, long origin, double halfLife, double weight)
        : base(field)
    {
        if (!double.IsFinite(halfLife) || halfLife <= 0) throw new ArgumentOutOfRangeException(nameof(halfLife), halfLife, "A half-life is a number above 0.");
        if (!double.IsFinite(weight) || weight < 0) throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight is a number from 0.");
        Origin = origin;
        HalfLife = halfLife;
        Weight = weight;
    }

    /// <summary>The value of what is new.</summary>
    public long Origin { get; }

    /// <summary>The age at which half of the raise is left.</summary>
    public double HalfLife { get; }

    /// <summary>By how much what is new is raised.</summary>
    public double Weight { get; }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"1 + {Weight} * 2^(-({Origin} - {Field}) / {HalfLife})");

    internal override double MostFactor => 1 + Weight;

    internal override double Factor(long? value) => value is { } found ? AgeFactors.Of(HalfLife, Weight).Of(Origin, found) : 1;

    internal override void Factors(ReadOnlySpan<long> values, Span<double> factors)
    {
        var ages = AgeFactors.Of(HalfLife, Weight);
        for (var i = 0; i < values.Length; i++) factors[i] = ages.Of(Origin, values[i]);
    }
}
