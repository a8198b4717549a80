using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Desk;

/// <summary>Who may sit at the editors' desk.</summary>
internal sealed class DeskOptions
{
    public const string Section = "Desk";

    /// <summary>Editors who sign in with Feishu, by open_id or user_id; none: editors sign in with their keys.</summary>
    public IList<string> Editors { get; init; } = [];

    /// <summary>The tenant that editors must belong to; unset: the app's own, as its events tell.</summary>
    public string? TenantKey { get; set; }

    /// <summary>Where people sign in; unset: the accounts host that belongs to Feishu:BaseUrl.</summary>
    public Uri? AccountsUrl { get; set; }

    /// <summary>After how much time an editor signs in again, whatever they do.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(12);
}

/// <remarks>Looks at the setting, not at the options: whether those of Feishu are right is said elsewhere.</remarks>
internal sealed class ValidateDeskOptions(IConfiguration configuration) : IValidateOptions<DeskOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, DeskOptions options)
    {
        string[] failures = [.. FailuresOf(options).Select(failure => failure.ToString())];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<Bilingual> FailuresOf(DeskOptions options)
    {
        foreach (var editor in options.Editors.Where(editor => !IsId(editor)))
            yield return DeskTexts.EditorWrong.With(editor);
        if (options.Editors.Count > 0 && string.IsNullOrEmpty(configuration[$"{FeishuOptions.Section}:{nameof(FeishuOptions.AppId)}"]))
            yield return DeskTexts.EditorsWithoutFeishu;
        if (options.TenantKey is { } tenant && !IsId(tenant))
            yield return DeskTexts.TenantKeyWrong;
        if (options.AccountsUrl is not (null or { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }))
            yield return DeskTexts.AccountsUrlWrong;
        if (options.SessionLifetime < Shortest || options.SessionLifetime > Longest)
            yield return DeskTexts.SessionLifetimeWrong;
    }

    private static bool IsId(string text) => text.Length is > 0 and <= 64 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');
}
