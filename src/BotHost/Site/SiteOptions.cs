using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Site;

internal sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Where people reach this site; without it, what is only on the site cannot be linked to from a chat.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Where the knowledge base itself is read, for a link on every page.</summary>
    public Uri? KnowledgeBaseUrl { get; set; }

    /// <summary>What people call it.</summary>
    public string? KnowledgeBaseName { get; set; }

    /// <summary>
    /// Questions from one address at once, and again within a minute; 0: no limit. Null, the default: 20 on the pages, where people type,
    /// unless they come from this machine, and no limit for <c>POST /api/ask</c>. Behind a proxy every visitor has its address unless it
    /// forwards theirs.
    /// </summary>
    public int? AsksPerMinute { get; set; }

    /// <summary>Chats whose answers are published by rule, and <c>site</c> for what is asked on the site; none: only editors publish.</summary>
    public IList<string> PublishChats { get; init; } = [];

    /// <summary>The documents that an answer published by rule may rest on; none named: all that are for everyone.</summary>
    public IList<string> PublishSources { get; init; } = [];
}

internal sealed partial class ValidateSiteOptions : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options)
    {
        string[] failures = [.. FailuresOf(options).Select(failure => failure.ToString())];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<Bilingual> FailuresOf(SiteOptions options)
    {
        if (options.BaseUrl is not (null or { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }))
            yield return SiteTexts.BaseUrlWrong;
        if (options.KnowledgeBaseUrl is not (null or { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" }))
            yield return SiteTexts.KnowledgeBaseUrlWrong;
        if (options.AsksPerMinute < 0)
            yield return SiteTexts.AsksPerMinuteWrong;
        foreach (var chat in options.PublishChats.Where(chat => chat != PublicationRule.Site && !ChatId().IsMatch(chat)))
            yield return PublicationTexts.ChatWrong(chat);
        foreach (var source in options.PublishSources.Where(source => !DocumentId.IsValid(source)))
            yield return PublicationTexts.SourceWrong(source);
    }

    [GeneratedRegex(@"\Aoc_[A-Za-z0-9]{1,64}\z")]
    private static partial Regex ChatId();
}
