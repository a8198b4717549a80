using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Site.Pictures;

/// <summary>The pictures beside links to questions: drawn when somebody asks, one at a time, and kept while there is room.</summary>
internal sealed class SharePictures(PictureFonts fonts, IWebHostEnvironment environment) : IDisposable
{
    /// <summary>Two or three megabytes.</summary>
    private const int MostKept = 64;

    private readonly ConcurrentDictionary<string, byte[]> kept = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim drawing = new(1);

    /// <summary>Another address for another text, since who shows a link keeps its picture.</summary>
    public static string AddressOf(PublishedQuestion question) =>
        $"/questions/{question.Id}/share.png?{SiteAssets.Version}={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question.Title)))[..10]}";

    /// <summary>Where no font has its characters, the site's own picture.</summary>
    public async Task<byte[]> OfAsync(string title, CancellationToken cancellationToken)
    {
        if (kept.TryGetValue(title, out var known))
            return known;
        // Some tens of milliseconds of a processor, which pages need more urgently.
        await drawing.WaitAsync(cancellationToken);
        try
        {
            if (kept.Count >= MostKept)
                kept.Clear();
            return kept[title] = Draw(title) ?? await SiteOwnAsync(cancellationToken);
        }
        finally
        {
            drawing.Release();
        }
    }

    public void Dispose() => drawing.Dispose();

    /// <summary>Null without a font for it.</summary>
    private byte[]? Draw(string title)
    {
        var (text, language) = (PictureText.Clean(title), Languages.Of(title));
        var (name, tagline) = (SiteTexts.Name.In(language), SiteTexts.Tagline.In(language));
        return text.Length > 0 && fonts.For(text + name + tagline + "…") is { } face ? SharePicture.Draw(text, name, tagline, face) : null;
    }

    private async Task<byte[]> SiteOwnAsync(CancellationToken cancellationToken)
    {
        using var file = environment.WebRootFileProvider.GetFileInfo("share.png").CreateReadStream();
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }
}
