using System.Globalization;
using System.Text;

namespace NewsSearch.Cli.Measuring;

/// <summary>A line that a worker answers: ok, then NAME=VALUE pairs, all parted by tabs.</summary>
internal sealed class WorkerAnswer
{
    private const string Ok = "ok";

    private readonly Dictionary<string, string> _values = [];

    public WorkerAnswer Add(string name, string value)
    {
        _values.Add(name, value);
        return this;
    }

    public WorkerAnswer Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public WorkerAnswer AddSeconds(string name, TimeSpan value) => Add(name, value.TotalSeconds.ToString("F6", CultureInfo.InvariantCulture));

    public string Text(string name) => _values.TryGetValue(name, out var value) ? value : throw new InvalidDataException($"A worker's answer has no {name}: {this}");

    public double Number(string name) => double.Parse(Text(name), CultureInfo.InvariantCulture);

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>Reads a line.</summary>
    /// <exception cref="InvalidOperationException">The worker says that it failed.</exception>
    public static WorkerAnswer Parse(string line)
    {
        var words = line.Split('\t');
        if (words[0] != Ok) throw new InvalidOperationException(line.Replace('\t', ' '));
        var answer = new WorkerAnswer();
        foreach (var word in words.Skip(1))
        {
            var at = word.IndexOf('=');
            answer.Add(word[..at], word[(at + 1)..]);
        }

        return answer;
    }

    public override string ToString()
    {
        var line = new StringBuilder(Ok);
        foreach (var (name, value) in _values) line.Append('\t').Append(name).Append('=').Append(value);
        return line.ToString();
    }
}
