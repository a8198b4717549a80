using Microsoft.AspNetCore.Components;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Desk.Pages;

/// <summary>A page of the desk: for one editor, in their language.</summary>
public abstract class DeskComponent : ComponentBase
{
    [Parameter, EditorRequired]
    public required Frame Frame { get; set; }

    [Parameter, EditorRequired]
    public required DeskSession Session { get; set; }

    protected string Say(Bilingual text) => text.In(Frame.Language);
}
