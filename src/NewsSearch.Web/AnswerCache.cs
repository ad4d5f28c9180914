using System.Collections.Concurrent;
using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary>
/// Finished answers, by question, as long as the archive is as it was when they were asked for. Only what is asked for again is kept, so
/// that questions nobody repeats neither cost room nor drive others out. Thread-safe.
/// </summary>
/// <remarks>
/// Answers are in two halves of the room: new ones and those that are asked for go into the young half, and when it is full it becomes the old one and the
/// old one is forgotten. What is asked for at least once in a while so stays, at the cost of a look-up.
/// </remarks>
/// <param name="maxBytes">Room for answers with their questions; 0 for none.</param>
internal sealed class AnswerCache(long maxBytes)
{
    /// <summary>About what a dictionary takes for an entry beside its text.</summary>
    private const int EntryBytes = 128;

    /// <summary>An answer takes at most one part in so many of the room.</summary>
    private const int LeastAnswers = 32;

    private const int SeenSlots = 1 << 14;

    private readonly Lock _change = new();

    // Hashes of questions asked lately, each in the slot that its lowest bits name. Somebody else's hash only keeps an answer from being kept, or lets it be kept early.
    private readonly int[] _seen = new int[SeenSlots];
    private volatile Shelf _shelf = new(default, [], []);

    /// <summary>Bytes that answers and questions take now.</summary>
    public long ByteCount => _shelf.YoungBytes + _shelf.OldBytes;

    /// <summary>The answer to a question, or null.</summary>
    /// <param name="version">Of the archive, read before this is asked.</param>
    /// <param name="question">All that the answer depends on beside the archive.</param>
    public byte[]? Find(ArchiveVersion version, string question)
    {
        var shelf = _shelf;
        if (shelf.Version != version) return null;
        if (shelf.Young.TryGetValue(question, out var answer)) return answer;
        if (!shelf.Old.TryGetValue(question, out answer)) return null;
        Keep(version, question, answer);
        return answer;
    }

    /// <summary>Whether an answer to this question is worth keeping: it was asked for before, and not long ago.</summary>
    public bool IsRepeated(string question)
    {
        var hash = question.GetHashCode();
        ref var seen = ref _seen[hash & (SeenSlots - 1)];
        return Interlocked.Exchange(ref seen, hash) == hash;
    }

    /// <summary>Keeps an answer, unless it is too large or of an archive that is no more.</summary>
    /// <param name="version">Of the archive, read before the question was put to it.</param>
    /// <param name="question">The question.</param>
    /// <param name="answer">Not to be changed any more.</param>
    public void Keep(ArchiveVersion version, string question, byte[] answer)
    {
        var bytes = answer.Length + sizeof(char) * question.Length + EntryBytes;
        if (bytes > maxBytes / LeastAnswers) return;
        lock (_change)
        {
            var shelf = _shelf;
            if (version.IsOlderThan(shelf.Version)) return;
            if (shelf.Version != version) _shelf = shelf = new Shelf(version, [], []);
            else if (shelf.YoungBytes + bytes > maxBytes / 2) _shelf = shelf = new Shelf(version, [], shelf.Young) { OldBytes = shelf.YoungBytes };
            if (shelf.Young.TryAdd(question, answer)) shelf.YoungBytes += bytes;
        }
    }

    /// <summary>The answers of one version of the archive.</summary>
    private sealed record Shelf(ArchiveVersion Version, ConcurrentDictionary<string, byte[]> Young, ConcurrentDictionary<string, byte[]> Old)
    {
        /// <summary>Changed under the lock only.</summary>
        public long YoungBytes { get; set; }

        public long OldBytes { get; init; }
    }
}
