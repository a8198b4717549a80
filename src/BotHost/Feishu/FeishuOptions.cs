using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Feishu;

internal enum Delivery
{
    Webhook,
    LongConnection,
}

/// <summary>How the bot is known to the platform. A null in a settings file means the same as an empty text.</summary>
internal sealed class FeishuOptions
{
    public const string Section = "Feishu";

    /// <summary>Empty: no Feishu, the site and the API alone.</summary>
    public string AppId { get; set => field = value ?? ""; } = "";

    public string AppSecret { get; set => field = value ?? ""; } = "";

    /// <summary>With a key every event is encrypted and signed.</summary>
    public string EncryptKey { get; set => field = value ?? ""; } = "";

    public string VerificationToken { get; set => field = value ?? ""; } = "";

    public Uri BaseUrl { get; set; } = new("https://open.feishu.cn");

    /// <summary>Whether the platform comes to us, or we go to it and need no public address.</summary>
    public Delivery Delivery { get; set; } = Delivery.Webhook;

    /// <summary>The tenant's monthly quota of API calls; 0 means none.</summary>
    public int MonthlyCalls { get; set; }

    public bool IsEnabled => AppId.Length > 0;

    public bool TakesWebhooks => IsEnabled && Delivery == Delivery.Webhook;
}

internal sealed class ValidateFeishuOptions : IValidateOptions<FeishuOptions>
{
    public ValidateOptionsResult Validate(string? name, FeishuOptions options)
    {
        var failures = Failures(options).Select(sentence => sentence.ToString()).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<Bilingual> Failures(FeishuOptions options)
    {
        if (options.BaseUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return FeishuOptionsTexts.BaseUrlWrong;
        if (options.MonthlyCalls < 0)
            yield return FeishuOptionsTexts.MonthlyCallsNegative;
        if (!options.IsEnabled)
            yield break;
        if (!IsAppId(options.AppId))
            yield return FeishuOptionsTexts.AppIdWrong;
        if (string.IsNullOrWhiteSpace(options.AppSecret))
            yield return FeishuOptionsTexts.AppSecretMissing;
        if (options.TakesWebhooks && string.IsNullOrWhiteSpace(options.EncryptKey) && string.IsNullOrWhiteSpace(options.VerificationToken))
            yield return FeishuOptionsTexts.NoEventSecret;
    }

    private static bool IsAppId(string appId) => appId.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');
}
