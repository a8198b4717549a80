using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// The file that makes a folder ours. <paramref name="Store"/> and <paramref name="Checkpoint"/> repeat what the embedded
/// store itself contains, so that a store which silently comes up empty or older than it was is noticed at the start.
/// </summary>
internal sealed record DataFolderMarker(int Format, string? Store, long Checkpoint)
{
    private const int CurrentFormat = 1;
    private const string FileName = "wenlu.json";

    public static DataFolderMarker New => new(CurrentFormat, null, 0);

    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, FileName));

    public static DataFolderMarker? Read(string folder)
    {
        if (!Exists(folder))
            return null;
        var marker = Parse(Path.Combine(folder, FileName));
        return marker.Format == CurrentFormat
            ? marker
            : throw new StartupException(StorageTexts.FolderOfOtherVersion(folder, marker.Format));
    }

    /// <summary>Written beside and moved over, so that there is always a whole one.</summary>
    public void Write(string folder)
    {
        var file = Path.Combine(folder, FileName);
        using (var stream = new FileStream(file + ".new", FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, this, DataFolderJson.Default.DataFolderMarker);
            stream.Flush(flushToDisk: true);
        }

        File.Move(file + ".new", file, overwrite: true);
    }

    private static DataFolderMarker Parse(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize(stream, DataFolderJson.Default.DataFolderMarker) ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new StartupException(StorageTexts.MarkerUnreadable(file), exception);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DataFolderMarker))]
internal sealed partial class DataFolderJson : JsonSerializerContext;
