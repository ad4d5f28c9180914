namespace SmartCnDictionary;

/// <summary>
/// Finds the words behind the hashes of the bigrams by trying every pair of tokens. The hash has 64 bits, so that among 10^10 pairs a
/// wrong one is found with a probability of about 2 in 10,000.
/// </summary>
internal sealed class BigramSearch(BigramTable table)
{
    public List<(string Left, string Right, int Count)> Find(List<string> sortedTexts)
    {
        var found = new List<(string, string, int)>();
        var progress = 0;
        Parallel.ForEach(sortedTexts, left =>
        {
            var ofLeft = FindRights(left, sortedTexts);
            lock (found) found.AddRange(ofLeft);
            var done = Interlocked.Increment(ref progress);
            if (done % 10_000 == 0) Console.WriteLine($"  tried {done} of {sortedTexts.Count} left words");
        });
        return found;
    }

    private List<(string, string, int)> FindRights(string left, List<string> sortedTexts)
    {
        var found = new List<(string, string, int)>();
        Span<long> hashes = stackalloc long[65];
        hashes[0] = BigramTable.Hash("@", BigramTable.Hash(left));
        var previous = "";
        foreach (var right in sortedTexts)
        {
            // hashes[n] is the hash up to the n-th character of the right word; neighbours in the order share a prefix.
            var shared = 0;
            while (shared < previous.Length && shared < right.Length && previous[shared] == right[shared]) shared++;
            for (var i = shared; i < right.Length; i++) hashes[i + 1] = BigramTable.Hash(right.AsSpan(i, 1), hashes[i]);
            if (table.TryGetCount(hashes[right.Length], out var count)) found.Add((left, right, count));
            previous = right;
        }

        return found;
    }
}
