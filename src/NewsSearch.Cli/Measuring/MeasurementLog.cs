using System.Globalization;

namespace NewsSearch.Cli.Measuring;

/// <summary>Keeps what the sides answered, and tells of it.</summary>
internal sealed class MeasurementLog(string file, Action<string> progress)
{
    private readonly string _id = DateTime.UtcNow.ToString("MMdd-HHmmss", CultureInfo.InvariantCulture);

    public void Keep(int round, string side, string work, WorkerAnswer answer)
    {
        progress($"{work}, round {round}, {side}: {answer}");
        File.AppendAllLines(file, [new Measurement($"{_id}-{round}", side, work, answer).ToLine()]);
    }
}
