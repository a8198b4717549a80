using Spectre.Console;
using Spectre.Console.Rendering;

namespace Wenlu.BotHost.Cli.Push;

/// <summary>How many of how many.</summary>
internal sealed class CountColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(FormattableString.Invariant($"{task.Value:0}/{task.MaxValue:0}"));
}
