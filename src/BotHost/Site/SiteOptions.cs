using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Site;

internal sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Where people reach this site; without it, what is only on the site cannot be linked to from a chat.</summary>
    public Uri? BaseUrl { get; set; }
}

internal sealed class ValidateSiteOptions : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options) =>
        options.BaseUrl is null or { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(SiteTexts.BaseUrlWrong.ToString());
}
