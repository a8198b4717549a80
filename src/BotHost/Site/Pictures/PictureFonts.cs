using SkiaSharp;

namespace Wenlu.BotHost.Site.Pictures;

/// <summary>
/// The fonts of this machine that pictures can be written with: those that are made for Chinese, the heavy ones first. There may be
/// none, and then there is no picture; boxes in the place of characters are worse.
/// </summary>
internal sealed class PictureFonts(IReadOnlyList<string> folders)
{
    private static readonly string[] Made = ["NotoSansCJK*Bold*", "NotoSansSC*Bold*", "SourceHanSans*Bold*", "NotoSansCJK*Regular*", "NotoSansSC*", "SourceHanSans*", "wqy-microhei*", "msyhbd*", "PingFang*", "DroidSansFallback*"];

    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6, MatchCasing = MatchCasing.CaseInsensitive };

    /// <summary>Faces in one file; one of them writes characters as mainland China does.</summary>
    private const int MostFaces = 10;

    private readonly Lazy<IReadOnlyList<SKTypeface>> all = new(() => [.. Made.SelectMany(name => FilesOf(folders, name)).Distinct().Select(Open).OfType<SKTypeface>()]);

    public static PictureFonts OfThisMachine() => new(
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts", Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
    ]);

    /// <summary>The best font that has every character of the text; null when none has.</summary>
    public SKTypeface? For(string text) => all.Value.FirstOrDefault(face => Has(face, text));

    private static bool Has(SKTypeface face, string text)
    {
        using var font = new SKFont(face);
        return font.ContainsGlyphs(text);
    }

    private static IEnumerable<string> FilesOf(IReadOnlyList<string> folders, string name) => folders
        .Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, name, Deep)).Order(StringComparer.Ordinal);

    private static SKTypeface? Open(string file)
    {
        var faces = Enumerable.Range(0, MostFaces).Select(face => SKTypeface.FromFile(file, face)).TakeWhile(face => face is not null).ToList();
        return faces.Find(face => face.FamilyName.EndsWith(" SC", StringComparison.Ordinal)) ?? faces.FirstOrDefault();
    }
}
