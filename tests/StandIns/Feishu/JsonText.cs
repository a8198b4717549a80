using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

internal static class JsonText
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As the platform writes it: no white space, Chinese unescaped.</summary>
    public static string ToCompactJson(this JsonNode node) => node.ToJsonString(Compact);
}
