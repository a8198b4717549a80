using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Wiki;

/// <summary>Asks the platform who may read a document. Whoever reads by link needs no list of people, so that is asked first.</summary>
internal sealed class GrantsReader(WikiCalls calls)
{
    /// <summary>Throws what the calls throw, but that the app may not know is an answer.</summary>
    public async Task<(Grants Grants, FeishuApiException? Refusal)> ReadAsync(SyncedDocument document, bool isSpacePublic, CancellationToken cancellationToken)
    {
        var (token, type) = document.NodeToken is { } node ? (node, "wiki") : (document.Token, SyncedDocument.Docx);
        try
        {
            var setting = (await calls.GetAsync(api => api.GetPublicSettingAsync(token, type, cancellationToken), cancellationToken)).PermissionPublic
                ?? new PublicSetting(null, LockSwitch: true);
            var link = LinkOf(setting.LinkShareEntity);
            var known = new Grants(link, setting.LockSwitch, false, [], [], 0, IsTold: true);
            if (link != LinkShare.Closed || (isSpacePublic && !setting.LockSwitch))
                return (known, null);
            return (Add(known, await ListAsync(token, type, cancellationToken)), null);
        }
        catch (FeishuApiException exception) when (SyncTrouble.IsForbidden(exception.Code) || exception.Code == FeishuCodes.ScopeMissing)
        {
            return (Grants.Untold, exception);
        }
    }

    private async Task<IReadOnlyList<Collaborator>> ListAsync(string token, string type, CancellationToken cancellationToken)
    {
        string?[] scopes = type == "wiki" ? ["container", "single_page"] : [null];
        var found = new List<Collaborator>();
        foreach (var scope in scopes)
            found.AddRange((await calls.GetAsync(api => api.ListCollaboratorsAsync(token, type, scope, cancellationToken), cancellationToken)).Items ?? []);
        return found;
    }

    private static Grants Add(Grants grants, IReadOnlyList<Collaborator> collaborators) => grants with
    {
        Users = Ids(collaborators, "openid"),
        Chats = Ids(collaborators, "openchat"),
        IncludesSpace = collaborators.Any(one => one.MemberType == "wikispaceid"),
        Unknown = collaborators.Count(one => one.MemberType is not ("openid" or "openchat" or "wikispaceid")),
    };

    private static List<string> Ids(IReadOnlyList<Collaborator> collaborators, string type) =>
        [.. collaborators.Where(one => one.MemberType == type).Select(one => one.MemberId).OfType<string>().Distinct()];

    private static LinkShare LinkOf(string? entity) => entity switch
    {
        "anyone_readable" or "anyone_editable" => LinkShare.Anyone,
        "tenant_readable" or "tenant_editable" or "partner_tenant_readable" or "partner_tenant_editable" => LinkShare.Tenant,
        _ => LinkShare.Closed,
    };
}
