namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>Merges the dictionaries of columns into one.</summary>
internal static class DistinctValues
{
    /// <summary>The values of all cursors, each once, in order; each cursor learns the new ordinals of its own.</summary>
    public static IReadOnlyList<byte[]> Merge(IEnumerable<ValuesCursor> cursors, MergeControl control)
    {
        var queue = new MergeQueue<ValuesCursor>(cursors);
        var values = new List<byte[]>();
        while (queue.MoveNext())
        {
            control.Step();
            foreach (var cursor in queue.Least) cursor.Assign(values.Count);
            values.Add(queue.Least[0].Current.ToArray());
        }

        return values;
    }
}
