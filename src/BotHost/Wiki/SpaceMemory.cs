namespace Wenlu.BotHost.Wiki;

/// <summary>What is known of spaces when the platform did not tell this time: a moment's failure does not close a wiki, a refusal does.</summary>
internal static class SpaceMemory
{
    public static IReadOnlyList<SpaceFacts> Of(IReadOnlyList<SpaceFacts> before, Listing listing)
    {
        if (listing.Failures.Any(failure => IsRefusal(failure.Failure)))
            return listing.Spaces;
        var known = before.ToDictionary(space => space.Id);
        var isListed = listing.Failures.All(failure => failure.Source != new SyncSource(SourceKind.Space, "").ToString());
        return [.. listing.Spaces.Select(space => Of(space, known.GetValueOrDefault(space.Id), isListed))];
    }

    private static SpaceFacts Of(SpaceFacts space, SpaceFacts? before, bool isListed) => (space, before) switch
    {
        (_, null) => space,
        _ when !isListed => before,
        ({ IsPublic: false, Users: null }, { IsPublic: false }) => space with { Users = before.Users, Chats = before.Chats },
        _ => space,
    };

    private static bool IsRefusal(SyncFailure failure) => SyncTrouble.IsForbidden(failure.Code) || failure.Code == Feishu.FeishuCodes.ScopeMissing;
}
