using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// The rhythm of a stream. Every frame is a call of the tenant's monthly quota, so they widen geometrically: 0.6, 1.6, 3.1,
/// 5.6, 9.5, 15.8, 25.9 s. With creating, sending, closing and finishing, a 20-second answer costs eleven calls.
/// </summary>
internal sealed class CardOptions
{
    public const string Section = "Cards";

    public TimeSpan FirstInterval { get; set; } = TimeSpan.FromMilliseconds(600);

    public double Growth { get; set; } = 1.6;

    public TimeSpan LongestInterval { get; set; } = TimeSpan.FromSeconds(15);
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
