using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Wiki;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SyncedDocument))]
[JsonSerializable(typeof(SyncStatus))]
internal sealed partial class SyncJson : JsonSerializerContext;
