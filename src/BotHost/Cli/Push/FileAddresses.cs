using System.Collections.Concurrent;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Conversion;

namespace Wenlu.BotHost.Cli.Push;

/// <summary>
/// Where a file of the folder is read: at the address that it names itself, else on the site. Looked up when a link leads there; also
/// of files that are not pushed this time, for they may have been before.
/// </summary>
internal sealed class FileAddresses(PushFolder folder)
{
    private readonly HashSet<string> files = [.. folder.All];
    private readonly ConcurrentDictionary<string, string> known = new();

    /// <summary>Null for what is no file of the folder.</summary>
    public string? Find(string path) => files.Contains(path)
        ? known.GetOrAdd(path, static (path, folder) => OwnAddress(folder.PathOf(path)) ?? $"/documents/{FileDocumentId.Of(path)}", folder)
        : null;

    /// <summary>What cannot be read is told when its own turn comes.</summary>
    private static string? OwnAddress(string path)
    {
        try
        {
            return FileConversion.TypeOf(path) switch
            {
                MediaTypes.Html => HtmlFile.AddressOf(File.ReadAllBytes(path)),
                null => new DocumentFields(FrontMatter.Split(File.ReadAllText(path)).Fields, new FieldErrors()).Url("url"),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FrontMatterException)
        {
            return null;
        }
    }
}
