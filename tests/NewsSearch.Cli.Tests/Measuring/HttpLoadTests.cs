using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsSearch.Cli.Measuring;
using NewsSearch.Web;

namespace NewsSearch.Cli.Tests.Measuring;

/// <summary>The load generator asks what it is told, as often as it is told, and takes nothing for an answer that is none.</summary>
public sealed class HttpLoadTests
{
    [Fact]
    public async Task Every_request_is_answered_and_its_body_counted()
    {
        await using var server = await NewsServer.StartAsync(new NewsServerOptions { Urls = ["http://127.0.0.1:0"], BareAnswer = new byte[1234] });

        var answer = new HttpLoad(server.Urls.Single(), [NewsServer.BarePath]).Measure(connectionCount: 3, requestCount: 100, from: 7);

        Assert.Equal(100, answer.Number("count"));
        Assert.Equal(1234, answer.Number("bytes"));
        Assert.True(answer.Number("rate") > 0);
    }

    [Fact]
    public async Task Without_being_asked_for_there_is_no_bare_endpoint()
    {
        await using var server = await NewsServer.StartAsync(new NewsServerOptions { Urls = ["http://127.0.0.1:0"] });

        var refusal = Assert.Throws<InvalidDataException>(() => new HttpLoad(server.Urls.Single(), [NewsServer.BarePath]).Measure(1, 1, 0));

        Assert.Contains("404", refusal.Message);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab", "ended the connection")]
    [InlineData("HTTP/1.1 503 No\r\nContent-Length: 2\r\n\r\nab", "503")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "chunked")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nabc", "2 more")]
    [InlineData("", "ended the connection")]
    public async Task What_is_no_answer_fails_the_measurement(string sent, string message)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(async () =>
        {
            using var client = await listener.AcceptSocketAsync();
            await client.ReceiveAsync(new byte[4096]);
            await client.SendAsync(Encoding.ASCII.GetBytes(sent));
            client.Shutdown(SocketShutdown.Send);
        });

        var refusal = Assert.Throws<InvalidDataException>(() => new HttpLoad($"http://{listener.LocalEndpoint}", ["/"]).Measure(1, 1, 0));

        Assert.Contains(message, refusal.Message);
        await serving;
    }
}
