using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsSearch.Archive;

/// <summary>A place in the channels of a news site, such as 新闻频道/国内新闻: names joined by a slash, outermost first.</summary>
[JsonConverter(typeof(JsonText))]
public sealed record ChannelPath
{
    private static readonly char[] Separators = ['/', '»', '>', '＞'];

    private ChannelPath(string text) => Text = text;

    /// <summary>The path of an article whose channel is unknown.</summary>
    public static ChannelPath None { get; } = new("");

    /// <summary>The names joined by a slash; empty where unknown.</summary>
    public string Text { get; }

    /// <summary>Whether the channel is unknown.</summary>
    public bool IsNone => Text.Length == 0;

    /// <summary>The names, outermost first.</summary>
    public IReadOnlyList<string> Names => IsNone ? [] : Text.Split('/');

    /// <summary>The path and all the paths it lies in, outermost first: 新闻频道, then 新闻频道/国内新闻.</summary>
    public IEnumerable<ChannelPath> SelfAndOuter()
    {
        for (var end = Text.IndexOf('/'); end > 0; end = Text.IndexOf('/', end + 1)) yield return new ChannelPath(Text[..end]);
        if (!IsNone) yield return this;
    }

    /// <summary>Reads a path as sites print it: levels separated by », &gt; or a slash; white space around them and empty levels are left out.</summary>
    public static ChannelPath Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return None;
        var names = text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 0 ? None : new ChannelPath(string.Join('/', names));
    }

    public override string ToString() => Text;

    private sealed class JsonText : JsonConverter<ChannelPath>
    {
        public override ChannelPath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString());

        public override void Write(Utf8JsonWriter writer, ChannelPath value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }
}
