using System.Security.Cryptography;

namespace Wenlu.BotHost.Site;

/// <summary>The addresses of the pages' files, each with a version of its content: browsers keep them for good, and never too long.</summary>
internal sealed class SiteAssets(IWebHostEnvironment environment)
{
    public const string Version = "v";

    public string Style { get; } = Address(environment, "site.css");

    public string Script { get; } = Address(environment, "site.js");

    public string Pages { get; } = Address(environment, "pages.js");

    public string Desk { get; } = Address(environment, "desk.js");

    public string Documents { get; } = Address(environment, "documents.js");

    public string DeskStyle { get; } = Address(environment, "desk.css");

    public string Charts { get; } = Address(environment, "charts.js");

    public string DeskDocuments { get; } = Address(environment, "desk-documents.css");

    public string DeskQuestions { get; } = Address(environment, "desk-questions.css");

    public string DeskFigures { get; } = Address(environment, "desk-figures.css");

    /// <summary>What stands beside a link to this site where people share it.</summary>
    public string Share { get; } = Address(environment, "share.png");

    public string Icon { get; } = Address(environment, "icon.svg");

    private static string Address(IWebHostEnvironment environment, string name)
    {
        using var file = environment.WebRootFileProvider.GetFileInfo(name).CreateReadStream();
        return $"/{name}?{Version}={Convert.ToHexStringLower(SHA256.HashData(file))[..10]}";
    }
}
