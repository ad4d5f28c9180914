using System.Diagnostics;
using System.Globalization;

namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>
/// A running QueryJudge: an index opened by Java Lucene with BM25, which answers what it finds and what stands in it.
/// Every method throws <see cref="QueryJudgeException"/> with Java's message where Java failed, and
/// <see cref="TimeoutException"/> where it did not answer in time.
/// </summary>
internal sealed class QueryJudge : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly TimeSpan _timeout;

    internal QueryJudge(Process process, TimeSpan timeout)
    {
        _process = process;
        _timeout = timeout;
        // Drained from the start, or a full pipe would stop the judge.
        _errors = process.StandardError.ReadToEndAsync();
    }

    internal int ProcessId => _process.Id;

    public JudgeIndexFacts Index()
    {
        var answer = Ask("index");
        return new JudgeIndexFacts(Int(answer[0]), Int(answer[1]), Int(answer[2]));
    }

    /// <summary>Statistics of an indexed field, or null where the index has no terms in it.</summary>
    public JudgeFieldFacts? Field(string field)
    {
        var answer = Ask("field " + JudgeAtom.Encode(field));
        return answer.Length == 0 ? null : new JudgeFieldFacts(Long(answer[0]), Long(answer[1]), Int(answer[2]));
    }

    public JudgeTerm Term(string field, ReadOnlySpan<byte> term)
    {
        var answer = Ask($"term {JudgeAtom.Encode(field)} {JudgeAtom.Encode(term)}");
        return new JudgeTerm(term.ToArray(), Int(answer[0]), Long(answer[1]));
    }

    public JudgeTerm Term(string field, string term) => Term(field, System.Text.Encoding.UTF8.GetBytes(term));

    /// <summary>All terms of a field in the order of the dictionary.</summary>
    public IReadOnlyList<JudgeTerm> Terms(string field)
    {
        return [.. Ask("terms " + JudgeAtom.Encode(field)).Select(part => part.Split(' ')).Select(
            part => new JudgeTerm(JudgeAtom.Decode(part[0]), Int(part[1]), Long(part[2])))];
    }

    /// <param name="query">A form as <see cref="JudgeQuery"/> writes it.</param>
    /// <param name="count">How many of the best to return; 0 only counts.</param>
    /// <param name="sorts">What to sort by, most important first; nothing is by score.</param>
    public JudgeHits Search(string query, int count = 20, params string[] sorts)
    {
        var answer = Ask($"search {count.ToString(CultureInfo.InvariantCulture)} {query} {string.Join(' ', sorts)}");
        return new JudgeHits(Int(answer[0]), [.. answer.Skip(1).Select(Hit)]);
    }

    public IReadOnlyList<JudgePosting> Postings(string field, ReadOnlySpan<byte> term)
    {
        return [.. Ask($"postings {JudgeAtom.Encode(field)} {JudgeAtom.Encode(term)}").Select(Posting)];
    }

    public IReadOnlyList<JudgePosting> Postings(string field, string term) => Postings(field, System.Text.Encoding.UTF8.GetBytes(term));

    public IReadOnlyList<JudgeStoredField> Stored(int docId)
    {
        return [.. Ask("stored " + docId.ToString(CultureInfo.InvariantCulture)).Select(part => part.Split(' ')).Select(
            part => new JudgeStoredField(JudgeAtom.DecodeText(part[0]), part[1], JudgeAtom.Decode(part[2])))];
    }

    /// <summary>The terms that a document keeps of a field with term vectors; none where it has no vector.</summary>
    public IReadOnlyList<JudgeVectorTerm> Vectors(int docId, string field)
    {
        return [.. Ask($"vectors {docId.ToString(CultureInfo.InvariantCulture)} {JudgeAtom.Encode(field)}").Select(part => part.Split(' ')).Select(
            part => new JudgeVectorTerm(JudgeAtom.DecodeText(part[0]), Int(part[1]), [.. part.Skip(2).Select(Position)]))];
    }

    /// <summary>The values of every document up to MaxDoc, deleted ones too; empty for one without. Numbers are decimal.</summary>
    public IReadOnlyList<byte[][]> DocValues(string field)
    {
        return [.. Ask("docvalues " + JudgeAtom.Encode(field)).Select(
            part => part == JudgeAtom.Missing ? [] : part.Split(' ').Select(JudgeAtom.Decode).ToArray())];
    }

    /// <summary>The norm of every document up to MaxDoc; empty where the field has none.</summary>
    public IReadOnlyList<long> Norms(string field) => [.. Ask("norms " + JudgeAtom.Encode(field)).Select(Long)];

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Sends a command and returns the fields of its answer after the first, which names the kind.</summary>
    private string[] Ask(string command)
    {
        if (!_process.HasExited) _process.StandardInput.WriteLine(command);
        if (!_process.HasExited) _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLineAsync();
        if (!line.Wait(_timeout))
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The judge has not answered within {_timeout}: {command}");
        }
        if (line.Result is null) throw new QueryJudgeException($"The judge ended: {_errors.GetAwaiter().GetResult()}");
        var fields = line.Result.Split('\t');
        return fields[0] != "error" ? fields[1..] : throw new QueryJudgeException($"{JudgeAtom.DecodeText(fields[1])} in answer to: {command}");
    }

    private static JudgeHit Hit(string written)
    {
        var parts = written.Split(' ');
        return new JudgeHit(
            Int(parts[0]), float.Parse(parts[1], CultureInfo.InvariantCulture), OptionalText(parts[2]), [.. parts.Skip(3).Select(OptionalText)]);
    }

    private static JudgePosting Posting(string written)
    {
        var parts = written.Split(' ');
        return new JudgePosting(Int(parts[0]), parts.Length > 1 ? Int(parts[1]) : null, [.. parts.Skip(2).Select(Position)]);
    }

    private static JudgePosition Position(string written)
    {
        var parts = written.Split(':');
        return parts.Length == 1 ? new JudgePosition(Int(parts[0]), -1, -1) : new JudgePosition(Int(parts[0]), Int(parts[1]), Int(parts[2]));
    }

    private static string? OptionalText(string atom) => atom == JudgeAtom.Missing ? null : JudgeAtom.DecodeText(atom);

    private static int Int(string number) => int.Parse(number, CultureInfo.InvariantCulture);

    private static long Long(string number) => long.Parse(number, CultureInfo.InvariantCulture);
}
