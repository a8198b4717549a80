using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>The settings, by the validators of the start: every sentence that it would stop with.</summary>
internal static class SettingsFindings
{
    private static readonly Subject Subject = new("settings", new("设置", "settings"));

    private static readonly Bilingual Good = new("全部有效。", "All are valid.");

    private static readonly Bilingual Remedy = new(
        "在环境变量（“:”写成“__”）或 appsettings.json 中改正。", "Put it right in the environment (':' is '__') or in appsettings.json.");

    public static IReadOnlyList<Finding> Of(WebApplication app)
    {
        Finding[] wrong =
        [
            .. Try(() => ServiceAddress.Validate(app.Configuration)),
            .. Try(app.Services.GetRequiredService<IStartupValidator>().Validate),
        ];
        return wrong.Length > 0 ? wrong : [Finding.Ok(Subject, Good)];
    }

    /// <summary>None: it is no setting that is to blame.</summary>
    public static IReadOnlyList<Finding> Of(Exception exception) =>
        [.. Service.Sentences(exception).Select(sentence => Finding.Failed(Subject, Bilingual.Parse(sentence), Remedy))];

    private static IReadOnlyList<Finding> Try(Action validate)
    {
        try
        {
            validate();
            return [];
        }
        catch (Exception exception) when (Of(exception) is { Count: > 0 } findings)
        {
            return findings;
        }
    }
}
