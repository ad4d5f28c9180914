using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsSearch.Archive.Journaling;

/// <summary>One write: the article that is put, or the id of one that is deleted.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Article">The article; null for a deletion.</param>
internal sealed record JournalRecord(string Id, Article? Article)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Han characters as they are, three bytes each and not the six of an escape.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static JournalRecord Put(Article article) => new(article.Id, article);

    public static JournalRecord Delete(string id) => new(id, null);

    /// <summary>The record as it stands in a group.</summary>
    public byte[] Encode()
    {
        var content = Article is null ? Encoding.UTF8.GetBytes(Id) : JsonSerializer.SerializeToUtf8Bytes(Article, Json);
        var bytes = new byte[JournalFormat.RecordHeaderLength + content.Length];
        bytes[0] = (byte)(Article is null ? JournalRecordKind.Delete : JournalRecordKind.Put);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), content.Length);
        content.CopyTo(bytes, JournalFormat.RecordHeaderLength);
        return bytes;
    }

    /// <summary>Reads the record that the bytes begin with.</summary>
    /// <param name="bytes">The rest of a group; what follows the record is left in it.</param>
    /// <exception cref="InvalidDataException">There is no record; the message says what is there.</exception>
    public static JournalRecord Decode(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < JournalFormat.RecordHeaderLength) throw new InvalidDataException($"{bytes.Length} bytes in place of a record");
        var kind = (JournalRecordKind)bytes[0];
        var length = BinaryPrimitives.ReadInt32BigEndian(bytes[1..]);
        bytes = bytes[JournalFormat.RecordHeaderLength..];
        if (length < 0 || length > bytes.Length) throw new InvalidDataException($"a record of {length} bytes where {bytes.Length} are left");
        var content = bytes[..length];
        bytes = bytes[length..];
        return kind switch
        {
            JournalRecordKind.Put => Put(DecodeArticle(content)),
            JournalRecordKind.Delete => Delete(Encoding.UTF8.GetString(content)),
            _ => throw new InvalidDataException($"a record of kind {(byte)kind}"),
        };
    }

    private static Article DecodeArticle(ReadOnlySpan<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize<Article>(content, Json) ?? throw new InvalidDataException("null in place of an article");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"an article that is not as expected ({error.Message})", error);
        }
    }
}
