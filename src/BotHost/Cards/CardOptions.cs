using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// The rhythm of a stream. Every frame is a call of the tenant's monthly quota, so they widen geometrically: the first at once,
/// then after 0.7, 2.1, 4.9, 10.5, 21.7 and 44 s. With creating, sending, closing and finishing, a 30-second answer costs ten calls,
/// which leaves room for a reaction and its removal within a dozen.
/// </summary>
internal sealed class CardOptions
{
    public const string Section = "Cards";

    public TimeSpan FirstInterval { get; set; } = TimeSpan.FromMilliseconds(700);

    public double Growth { get; set; } = 2;

    public TimeSpan LongestInterval { get; set; } = TimeSpan.FromMinutes(1);
}

internal sealed class ValidateCardOptions : IValidateOptions<CardOptions>
{
    public ValidateOptionsResult Validate(string? name, CardOptions options)
    {
        List<string> failures = [];
        if (options.FirstInterval < TimeSpan.FromMilliseconds(110) || options.FirstInterval > TimeSpan.FromMinutes(1))
        {
            failures.Add("Cards:FirstInterval must be between 00:00:00.110 and 00:01:00. / Cards:FirstInterval 应在 0.11 秒到 1 分钟之间。");
        }

        if (options.Growth is not (>= 1 and <= 10))
        {
            failures.Add("Cards:Growth must be between 1 and 10. / Cards:Growth 应在 1 到 10 之间。");
        }

        if (options.LongestInterval < options.FirstInterval || options.LongestInterval > TimeSpan.FromMinutes(9))
        {
            failures.Add("Cards:LongestInterval must be between Cards:FirstInterval and 00:09:00. / Cards:LongestInterval 应在 Cards:FirstInterval 到 9 分钟之间。");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
