namespace NewsSearch.Lucene.Search.Queries;

/// <summary>A number for each document, computed from its value in a numeric column, that changes its score.</summary>
public abstract record ScoreFunction
{
    private protected ScoreFunction(string field)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        Field = field;
    }

    /// <summary>A field with numeric doc values; one with a column of another type throws <see cref="InvalidOperationException"/> when searched.</summary>
    public string Field { get; }

    /// <summary>The function as text.</summary>
    public abstract override string ToString();

    /// <summary>No factor is above this; infinite where that is not known.</summary>
    internal virtual double MostFactor => double.PositiveInfinity;

    /// <summary>What the score is multiplied by; not negative.</summary>
    /// <param name="value">The document's value; null if it has none.</param>
    internal abstract double Factor(long? value);

    /// <summary>The same for several documents that have values.</summary>
    /// <param name="values">Their values.</param>
    /// <param name="factors">Receives as many factors.</param>
    internal virtual void Factors(ReadOnlySpan<long> values, Span<double> factors)
    {
        for (var i = 0; i < values.Length; i++) factors[i] = Factor(values[i]);
    }
}
