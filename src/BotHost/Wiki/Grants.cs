namespace Wenlu.BotHost.Wiki;

internal enum LinkShare
{
    Closed,
    Tenant,
    Anyone,
}

/// <summary>What the platform tells of who may read one document.</summary>
/// <param name="IsLocked">It does not inherit from the page above, nor from its space.</param>
/// <param name="IncludesSpace">The members of its space are among those it is shared with.</param>
/// <param name="Unknown">Departments and groups that cannot be told apart into people; they are left out.</param>
/// <param name="IsTold">False when the platform did not tell.</param>
internal sealed record Grants(
    LinkShare Link, bool IsLocked, bool IncludesSpace, IReadOnlyList<string> Users, IReadOnlyList<string> Chats, int Unknown, bool IsTold)
{
    public bool IsSameAs(Grants other) => this with { Users = other.Users, Chats = other.Chats } == other
        && Users.Order().SequenceEqual(other.Users.Order()) && Chats.Order().SequenceEqual(other.Chats.Order());

    public static readonly Grants Untold = new(LinkShare.Closed, false, false, [], [], 0, false);
}

/// <summary>A space, with its members where it is not everybody's; null members when the platform did not tell.</summary>
internal sealed record SpaceFacts(string Id, string Name, bool IsPublic, IReadOnlyList<string>? Users, IReadOnlyList<string>? Chats);
