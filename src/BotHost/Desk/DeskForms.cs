using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Wenlu.BotHost.Desk;

/// <summary>What the desk's forms may hold: whole documents, where the framework expects a few words.</summary>
internal static class DeskForms
{
    /// <summary>A text of 5 MB; in a form, each byte of Chinese takes three.</summary>
    public const long MostText = 20 * 1024 * 1024;

    /// <summary>Several files of 20 MB at once.</summary>
    public const long MostFiles = 128 * 1024 * 1024;

    private const string Deed = "do";
    private const string Preview = "preview";

    private static readonly FormOptions Roomy = new()
    {
        ValueLengthLimit = (int)MostText,
        MultipartBodyLengthLimit = MostFiles,
        // What is larger waits on the disk.
        MemoryBufferThreshold = 1024 * 1024,
    };

    /// <summary>How large a post is taken here. The server would cut a connection at its limit: below it there is room to say what is wrong.</summary>
    public static RouteHandlerBuilder Holding(this RouteHandlerBuilder route, long bytes) => route.WithMetadata(new RequestSizeLimitAttribute(2 * bytes));

    /// <summary>Reads the form; null when there is more than may be.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // What a handler binds has been read by now.
        if (request.HttpContext.Features.Get<IFormFeature>()?.Form is null)
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, Roomy));
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Without a script a button of the form shows what it would look like.</summary>
    public static bool WantsPreview(HttpRequest request) => request.Form[Deed] == Preview;
}
