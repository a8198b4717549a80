using Microsoft.Extensions.Options;
using Wenlu.BotHost.Desk;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>Whether editors can sign in with Feishu; what the console lists cannot be seen, so it is said what must be there.</summary>
internal sealed class DeskCheck(IOptions<FeishuOptions> feishu, IOptions<DeskOptions> options, IOptions<SiteOptions> site) : ICheck
{
    public Subject Subject { get; } = new("desk.sign-in", new("编辑登录", "editors' sign-in"));

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>([.. Findings()]);

    private IEnumerable<Finding> Findings()
    {
        if (!feishu.Value.IsEnabled || options.Value.Editors.Count == 0)
            yield break;
        if (site.Value.BaseUrl is not { Scheme: "https" } address)
            yield return Finding.Warning(Subject, DeskCheckTexts.NoAddress, DeskCheckTexts.SetAddress);
        else
            yield return Finding.Note(Subject, DeskCheckTexts.Editors(options.Value.Editors.Count), DeskCheckTexts.SaveRedirect(address));
    }
}
