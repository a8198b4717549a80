using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Gaps;

/// <summary>Where and when editors hear of what nobody could answer.</summary>
internal sealed class GapOptions
{
    public const string Section = "Gaps";

    /// <summary>The editors' group; who is in it may answer. Empty: the questions are gathered, and read over HTTP only.</summary>
    public string Chat { get; set => field = value ?? ""; } = "";

    /// <summary>The hour from which a day's card is sent, if there is anything on it: people begin to work then. 24: on demand only.</summary>
    public int Hour { get; set; } = 9;

    public DayOfWeek DigestWeekday { get; set; } = DayOfWeek.Monday;

    /// <summary>24: no digest.</summary>
    public int DigestHour { get; set; } = 9;

    /// <summary>Whose hours these are; China has one offset all the year round.</summary>
    public TimeSpan UtcOffset { get; set; } = TimeSpan.FromHours(8);
}

internal sealed partial class ValidateGapOptions : IValidateOptions<GapOptions>
{
    public ValidateOptionsResult Validate(string? name, GapOptions options)
    {
        var failures = Failures(options).Select(sentence => sentence.ToString()).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private const int Never = 24;

    private static IEnumerable<Bilingual> Failures(GapOptions options)
    {
        if (options.Chat.Length > 0 && !Chat().IsMatch(options.Chat))
            yield return new("Gaps:Chat 必须是编辑者所在群的 chat_id（以 oc_ 开头），或不设置。", "Gaps:Chat must be the chat_id of the editors' group (it begins with oc_), or be left out.");
        if (options.Hour is < 0 or > Never)
            yield return Hour("Gaps:Hour");
        if (options.DigestHour is < 0 or > Never)
            yield return Hour("Gaps:DigestHour");
        if (!Enum.IsDefined(options.DigestWeekday))
            yield return new("Gaps:DigestWeekday 必须是星期几的英文名，例如 Monday。", "Gaps:DigestWeekday must be a day of the week, such as Monday.");
        if (options.UtcOffset.Duration() > TimeSpan.FromHours(14) || options.UtcOffset.Ticks % TimeSpan.TicksPerMinute != 0)
            yield return new("Gaps:UtcOffset 必须是 -14:00 到 14:00 之间的整分钟，例如 08:00。", "Gaps:UtcOffset must be whole minutes between -14:00 and 14:00, such as 08:00.");
    }

    private static Bilingual Hour(string key) => new($"{key} 必须是 0 到 24 的整数，24 表示不自动发送。", $"{key} must be a whole number from 0 to 24, which is never.");

    [GeneratedRegex(@"\Aoc_[A-Za-z0-9]{1,64}\z")]
    private static partial Regex Chat();
}
