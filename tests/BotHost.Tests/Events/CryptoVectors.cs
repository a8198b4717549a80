using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Tests.Events;

/// <summary>Texts encrypted and signed as the platform does it, accepted by its own SDK; the last file beside this one holds them.</summary>
internal static class CryptoVectors
{
    private static readonly JsonNode File = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(Folder(), "crypto_vectors.json")))!;

    public static JsonNode Get(string name) => File["vectors"]!.AsArray().Single(vector => (string?)vector!["name"] == name)!;

    public static JsonNode Official => File["official_doc_vector"]!;

    public static JsonNode LegacyCallback => File["legacy_card_sha1_vector"]!;

    public static SignatureHeaders Headers(JsonNode vector) => new(
        (string?)vector["headers"]!["X-Lark-Request-Timestamp"],
        (string?)vector["headers"]!["X-Lark-Request-Nonce"],
        (string?)vector["headers"]!["X-Lark-Signature"]);

    public static byte[] Body(JsonNode vector) => Encoding.UTF8.GetBytes((string)vector["http_raw_body"]!);

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
