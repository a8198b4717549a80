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

    /// <summary>
    /// Further open_ids under which this bot is mentioned. Where several bots share a group, some tenants were seen to name a bot
    /// by another id than the one it is told to have.
    /// </summary>
    public IReadOnlyList<string> BotOpenIds { get; set; } = [];

    /// <summary>The app's limit over all its calls and replicas, as the platform grants it.</summary>
    public int CallsPerSecond { get; set; } = 50;

    /// <summary>As <see cref="CallsPerSecond"/>. The platform grants more to whoever asks for it.</summary>
    public int CallsPerMinute { get; set; } = 1000;

    /// <summary>The platform's limit for all calls that read new documents together; it grants more to whoever asks for it.</summary>
    public int DocumentCallsPerSecond { get; set; } = 5;

    /// <summary>As <see cref="DocumentCallsPerSecond"/>, for each call that lists a wiki or reads permissions.</summary>
    public int DocumentCallsPerMinute { get; set; } = 100;

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
        if (options.BotOpenIds.Any(id => !id.StartsWith("ou_", StringComparison.Ordinal)))
            yield return FeishuOptionsTexts.BotOpenIdWrong;
        if (options.CallsPerSecond is < 1 or > 100_000)
            yield return FeishuOptionsTexts.OutOfRange("Feishu:CallsPerSecond", 1, 100_000);
        if (options.CallsPerMinute is < 1 or > 1_000_000)
            yield return FeishuOptionsTexts.OutOfRange("Feishu:CallsPerMinute", 1, 1_000_000);
        if (options.DocumentCallsPerSecond is < 1 or > 10_000)
            yield return FeishuOptionsTexts.OutOfRange("Feishu:DocumentCallsPerSecond", 1, 10_000);
        if (options.DocumentCallsPerMinute is < 10 or > 100_000)
            yield return FeishuOptionsTexts.OutOfRange("Feishu:DocumentCallsPerMinute", 10, 100_000);
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
