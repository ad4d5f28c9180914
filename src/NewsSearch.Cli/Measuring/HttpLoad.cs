using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NewsSearch.Cli.Measuring;

/// <summary>
/// Loads a server over connections that are kept: each has a thread that sends a request, reads the whole answer and goes on to the next. Plain
/// sockets, so that what the generator takes from the server's processors is little, and the same for whatever is asked.
/// </summary>
internal sealed class HttpLoad
{
    private readonly IPEndPoint _server;
    private readonly byte[][] _requests;
    private int _next;

    /// <param name="url">Address of the server, such as http://127.0.0.1:5080.</param>
    /// <param name="paths">What is asked, again from the beginning after the last.</param>
    public HttpLoad(string url, IEnumerable<string> paths)
    {
        var address = new Uri(url);
        _server = new IPEndPoint(IPAddress.Parse(address.Host), address.Port);
        _requests = [.. paths.Select(path => HttpAnswer.RequestOf(path, address.Authority))];
    }

    /// <summary>Sends so many requests over so many connections, beginning at one of them.</summary>
    /// <exception cref="InvalidDataException">An answer is not 200, or none of HTTP.</exception>
    public WorkerAnswer Measure(int connectionCount, int requestCount, int from)
    {
        _next = from - 1;
        var connections = Enumerable.Range(0, connectionCount).Select(_ => new Connection(_server)).ToList();
        try
        {
            var started = Stopwatch.GetTimestamp();
            var threads = connections.ConvertAll(connection => new Thread(() => connection.Run(Take(from + requestCount)), 256 * 1024));
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            var elapsed = Stopwatch.GetElapsedTime(started);
            if (connections.Select(connection => connection.Failure).OfType<Exception>().FirstOrDefault() is { } failure)
                throw new InvalidDataException(failure.Message, failure);
            return Describe(connections, elapsed);
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    private IEnumerable<byte[]> Take(int end)
    {
        for (var number = Interlocked.Increment(ref _next); number < end; number = Interlocked.Increment(ref _next))
            yield return _requests[number % _requests.Length];
    }

    private static WorkerAnswer Describe(List<Connection> connections, TimeSpan elapsed)
    {
        var times = new SampleTimes();
        var bytes = 0L;
        foreach (var connection in connections)
        {
            connection.Times.ForEach(time => times.Add("", time, 1));
            bytes += connection.ByteCount;
        }

        var answer = new WorkerAnswer().AddSeconds("seconds", elapsed);
        times.Describe(answer);
        var count = answer.Number("count");
        return answer.Add("rate", (count / elapsed.TotalSeconds).ToString("F1", CultureInfo.InvariantCulture)).Add("bytes", (long)(bytes / count));
    }

    private sealed class Connection : IDisposable
    {
        private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private readonly HttpAnswer _answer = new();

        public Connection(IPEndPoint server) => _socket.Connect(server);

        public List<TimeSpan> Times { get; } = [];

        /// <summary>Of the bodies.</summary>
        public long ByteCount { get; private set; }

        public Exception? Failure { get; private set; }

        public void Run(IEnumerable<byte[]> requests)
        {
            try
            {
                foreach (var request in requests)
                {
                    var started = Stopwatch.GetTimestamp();
                    _socket.Send(request);
                    ByteCount += _answer.Read(_socket);
                    Times.Add(Stopwatch.GetElapsedTime(started));
                }
            }
            catch (Exception error) when (error is IOException or SocketException)
            {
                // A thread of its own has nobody to catch it; whoever waits for the thread looks here.
                Failure = error;
            }
        }

        public void Dispose() => _socket.Dispose();
    }
}
