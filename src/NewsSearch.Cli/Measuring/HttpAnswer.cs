using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace NewsSearch.Cli.Measuring;

/// <summary>Reads answers of HTTP/1.1 off a connection, one after the other, into the same buffer: as much of the protocol as a load generator needs.</summary>
internal sealed class HttpAnswer
{
    private byte[] _buffer = new byte[64 * 1024];

    /// <summary>A GET of a path that is escaped already.</summary>
    public static byte[] RequestOf(string path, string host) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");

    /// <summary>Reads one answer; returns the bytes of its body.</summary>
    /// <exception cref="IOException">It is not 200, its length is not given, or the connection ended.</exception>
    public int Read(Socket socket)
    {
        var read = 0;
        int headEnd;
        do
        {
            read += ReceiveSome(socket, read);
            headEnd = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }
        while (headEnd < 0);
        var length = LengthOf(_buffer.AsSpan(0, headEnd));
        var end = headEnd + 4 + length;
        while (read < end) read += ReceiveSome(socket, read);
        return read == end ? length : throw new IOException($"An answer of {end} bytes came with {read - end} more.");
    }

    private int ReceiveSome(Socket socket, int at)
    {
        if (at == _buffer.Length) Array.Resize(ref _buffer, 2 * _buffer.Length);
        var received = socket.Receive(_buffer, at, _buffer.Length - at, SocketFlags.None);
        return received > 0 ? received : throw new IOException("The server ended the connection.");
    }

    private static int LengthOf(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        if (!head.StartsWith("HTTP/1.1 200 "u8) || at < 0 || !Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _))
            throw new IOException($"No answer that can be measured: {Encoding.ASCII.GetString(head)}");
        return length;
    }
}
