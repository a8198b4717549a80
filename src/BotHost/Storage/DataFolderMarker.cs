using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Storage;

/// <summary>
/// The file that makes a folder ours, and what the embedded store in it must at least contain: a store which silently comes up
/// empty, shorter or older than it was is noticed by comparing the two.
/// </summary>
/// <param name="Format">Of the whole folder.</param>
/// <param name="Store">The store's identity; null until there is one.</param>
/// <param name="Generation">Which of the store's directories counts.</param>
/// <param name="LiveBytes">The length of its log when nothing but living keys was in it.</param>
/// <param name="Sync">The newest count that is known to have reached the disk.</param>
/// <param name="IsClosed">The store was closed in peace, so its log ends with a whole entry.</param>
internal sealed record DataFolderMarker(int Format, string? Store, int Generation, long LiveBytes, long Sync, bool IsClosed)
{
    internal const string FileName = "wenlu.json";
    private const int CurrentFormat = 1;

    public static DataFolderMarker New => new(CurrentFormat, null, 1, 0, 0, false);

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
