namespace Wenlu.StandIns.Feishu;

/// <summary>What the app may do, by the scopes that an administrator has granted.</summary>
public sealed partial class FeishuPlatform
{
    /// <summary>Any of them would do; the first is the one that is asked for.</summary>
    private static readonly Dictionary<Needs, string[]> ScopesOf = new()
    {
        [Needs.MessageSend] = ["im:message:send_as_bot", "im:message"],
        [Needs.MessageRead] = ["im:message:readonly", "im:message"],
        [Needs.Reactions] = ["im:message.reactions:write_only", "im:message"],
        [Needs.Members] = ["im:chat.members:read", "im:chat:readonly"],
        [Needs.CardKit] = ["cardkit:card:write"],
        [Needs.Wiki] = ["wiki:wiki:readonly", "wiki:node:retrieve"],
        [Needs.Docx] = ["docx:document:readonly"],
        [Needs.Drive] = ["drive:drive:readonly"],
    };

    /// <summary>What needs one of them is refused with 99991672. Nothing is withheld at first.</summary>
    public ISet<string> WithheldScopes { get; } = new HashSet<string>();

    /// <summary>Off: every CardKit call is refused, as for an app without that scope.</summary>
    public bool CardKitScope
    {
        get => IsGranted(Needs.CardKit);
        set => Grant(Needs.CardKit, value);
    }

    /// <summary>Off: no message and no file can be fetched.</summary>
    public bool MessageReadScope
    {
        get => IsGranted(Needs.MessageRead);
        set => Grant(Needs.MessageRead, value);
    }

    /// <summary>Off: every reaction is refused.</summary>
    public bool ReactionScope
    {
        get => IsGranted(Needs.Reactions);
        set => Grant(Needs.Reactions, value);
    }

    /// <summary>Off: who is in a chat cannot be read.</summary>
    public bool MemberScope
    {
        get => IsGranted(Needs.Members);
        set => Grant(Needs.Members, value);
    }

    private bool IsGranted(Needs needs) => !WithheldScopes.Contains(ScopesOf[needs][0]);

    private void Grant(Needs needs, bool isGranted)
    {
        if (isGranted) WithheldScopes.Remove(ScopesOf[needs][0]);
        else WithheldScopes.Add(ScopesOf[needs][0]);
    }

    private void CheckScope(Needs needs)
    {
        if (ScopesOf.TryGetValue(needs, out var anyOf) && !IsGranted(needs)) throw Refusal.ScopeMissing(anyOf);
    }
}
