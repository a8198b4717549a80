using Microsoft.Extensions.Options;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Conversations;

internal sealed class ConversationOptions
{
    public const string Section = "Conversation";

    /// <summary>How long a context lives after its last turn: over lunch, not overnight.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>
    /// A message that reaches the bot later than this is not answered: after an outage people have gone on, and an answer to what
    /// they wrote this morning is noise. One that was accepted in time is answered however long it has to wait.
    /// </summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Ids of groups in which a plain question may be answered although nobody mentioned the bot.</summary>
    public IReadOnlyList<string> UnmentionedChats { get; set; } = [];

    /// <summary>How much of what was said a model is shown with the next question; every token of it is paid for again.</summary>
    public int TokenBudget { get; set; } = HistoryBudget.Default;

    /// <summary>
    /// Questions of one person; 0: no limit. The default stops a script and nobody else, since the platform itself lets no more than
    /// five messages a second through to a person or a chat. Who pays for every answer may want 20.
    /// </summary>
    public int PerPersonPerMinute { get; set; } = 300;

    /// <summary>Questions of everybody in one chat; 0: no limit.</summary>
    public int PerChatPerMinute { get; set; } = 300;
}

internal sealed class ValidateConversationOptions : IValidateOptions<ConversationOptions>
{
    public ValidateOptionsResult Validate(string? name, ConversationOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private const int MostPerMinute = 10_000;

    private static string OutOfRange(string key) =>
        $"{key} must be between 0 (no limit) and {MostPerMinute}. / {key} 应在 0（不限）到 {MostPerMinute} 之间。";

    private static IEnumerable<string> Failures(ConversationOptions options)
    {
        if (options.Lifetime < TimeSpan.FromSeconds(1) || options.Lifetime > TimeSpan.FromDays(30))
            yield return "Conversation:Lifetime must be between 00:00:01 and 30.00:00:00. / Conversation:Lifetime 应在 1 秒到 30 天之间。";
        if (options.MaxAge < TimeSpan.FromMinutes(1) || options.MaxAge > TimeSpan.FromHours(23))
            yield return "Conversation:MaxAge must be between 00:01:00 and 23:00:00. / Conversation:MaxAge 应在 1 分钟到 23 小时之间。";
        if (options.UnmentionedChats.Any(chat => !chat.StartsWith("oc_", StringComparison.Ordinal)))
            yield return "Conversation:UnmentionedChats must hold ids of groups (oc_…). / Conversation:UnmentionedChats 的每一项都必须是群的 chat_id（以 oc_ 开头）。";
        if (options.TokenBudget is < 100 or > 32_000)
            yield return "Conversation:TokenBudget must be between 100 and 32000. / Conversation:TokenBudget 应在 100 到 32000 之间。";
        if (options.PerPersonPerMinute is < 0 or > MostPerMinute)
            yield return OutOfRange("Conversation:PerPersonPerMinute");
        if (options.PerChatPerMinute is < 0 or > MostPerMinute)
            yield return OutOfRange("Conversation:PerChatPerMinute");
    }
}
