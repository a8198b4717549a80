using System.Text.Json.Serialization;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Wiki.Docx;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(FeishuResponse<DocxBlockPage>))]
[JsonSerializable(typeof(IReadOnlyList<DocxBlock>))]
internal sealed partial class DocxJson : JsonSerializerContext;
