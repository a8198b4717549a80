using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Wenlu.BotHost.Events;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.Events;

/// <summary>Texts encrypted and signed as the platform does it and accepted by its own SDK: crypto_vectors.json beside this file.</summary>
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

    /// <summary>The whole request, as it came over the wire.</summary>
    public static Sealed Request(JsonNode vector)
    {
        var headers = Headers(vector);
        return new Sealed(Body(vector), headers.Timestamp, headers.Nonce, headers.Signature);
    }

    public static byte[] Body(JsonNode vector) => Encoding.UTF8.GetBytes((string)vector["http_raw_body"]!);

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
