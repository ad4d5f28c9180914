namespace NewsSearch.Lucene.Facets;

/// <summary>Which values of a facet come first.</summary>
public enum FacetOrder
{
    /// <summary>Those that most hits have; equal ones by value.</summary>
    Count,

    /// <summary>The least, by bytes or as numbers: for days and months.</summary>
    Value,

    /// <summary>The greatest, by bytes or as numbers.</summary>
    ValueDescending,
}
