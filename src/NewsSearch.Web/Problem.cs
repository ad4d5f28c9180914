using Microsoft.AspNetCore.Http;
using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary>What went wrong with a request and what the reader can do; becomes RFC 9457 problem details or an error page.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">The kind of problem, in a few words.</param>
/// <param name="Detail">What is wrong here and what to do.</param>
public sealed record Problem(int Status, string Title, string Detail)
{
    /// <summary>The query parameter at fault, or null.</summary>
    public string? Parameter { get; init; }

    /// <summary>The parameters that there are, where an unknown one was given.</summary>
    public IReadOnlyList<string>? KnownParameters { get; init; }

    /// <summary>Seconds after which a second try makes sense, or null.</summary>
    public int? RetryAfterSeconds { get; init; }

    internal static Problem NotReady { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "索引尚未就绪", "索引正在打开或建立，请稍候几秒再试。") { RetryAfterSeconds = 5 };

    internal static Problem Unexpected { get; } = new(
        StatusCodes.Status500InternalServerError, "服务器内部错误", "服务器出现了意外错误，原因已记入日志。请稍后再试；若仍出现，请告知管理员。");

    internal static Problem UnknownParameter(string name, IReadOnlyList<string> known) => new(
        StatusCodes.Status400BadRequest, "不认识的参数", $"没有名为“{name}”的参数。可用的参数有：{string.Join('、', known)}。")
    {
        Parameter = name,
        KnownParameters = known,
    };

    internal static Problem UnknownArticle(string id) => new(
        StatusCodes.Status404NotFound, "没有这篇文章", $"档案中没有编号为“{id}”的文章。请核对编号，或改用标题检索。");

    internal static Problem TooSlow(TimeSpan limit) => new(
        StatusCodes.Status503ServiceUnavailable, "检索超时", $"检索超过了 {limit.TotalSeconds:0.###} 秒，已停止。请缩短检索词或缩小日期范围后再试。") { RetryAfterSeconds = 5 };

    /// <summary>The problem behind an exception; anything unforeseen becomes <see cref="Unexpected"/> and tells nothing of the inside.</summary>
    internal static Problem From(Exception exception) => exception switch
    {
        ProblemException problem => problem.Problem,
        NewsQueryException query => new(StatusCodes.Status400BadRequest, "检索条件有误", query.Message) { Parameter = query.Parameter },
        BadHttpRequestException bad => new(bad.StatusCode, "请求有误", "服务器不能理解这个请求，请检查网址和参数。"),
        _ => Unexpected,
    };

    /// <summary>The problem of an answer that has a status and no text.</summary>
    internal static Problem ForStatus(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new(404, "没有这个网址", $"本站没有“{context.Request.Path}”。请检查网址，或回到首页检索。"),
        StatusCodes.Status405MethodNotAllowed => new(405, "不支持的请求方式", $"这个网址不支持 {context.Request.Method}，请用 {context.Response.Headers.Allow}。"),
        var status => new(status, "请求有误", "服务器不能处理这个请求，请检查网址和参数。"),
    };
}
