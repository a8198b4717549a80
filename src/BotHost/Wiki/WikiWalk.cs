using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Wiki;

/// <summary>Lists everything that the sources have. A part that cannot be listed is told as a failure, and the rest is listed all the same.</summary>
internal sealed class WikiWalk(WikiCalls calls, IOptions<WikiOptions> options, TimeProvider time)
{
    /// <summary>No wiki is that deep; one that seems to be goes in circles.</summary>
    private const int MaxDepth = 50;

    private const int NodeNotFound = 131005;
    private const int WikiForbidden = 131006;

    public async Task<Listing> ListAsync(IReadOnlyCollection<SyncSource> sources, CancellationToken cancellationToken)
    {
        var findings = new Findings();
        if (sources.Any(source => source.Kind != SourceKind.Docx))
            await ListSpacesAsync(findings, cancellationToken);
        foreach (var source in sources)
            await TryAsync(source, source.ToString(), findings, () => ListAsync(source, findings, cancellationToken), cancellationToken);
        return findings.ToListing();
    }

    private async Task ListAsync(SyncSource source, Findings findings, CancellationToken cancellationToken)
    {
        switch (source.Kind)
        {
            case SourceKind.Space:
                await ListSpaceAsync(source, source.Token, findings, cancellationToken);
                break;
            case SourceKind.SpaceOf:
                await ListSpaceAsync(source, (await GetNodeAsync(source.Token, cancellationToken)).SpaceId, findings, cancellationToken);
                break;
            case SourceKind.Docx:
                findings.Documents.Add(new(source.Token, SyncedDocument.Docx, source.ToString()));
                break;
            default:
                await ListPageAsync(source, findings, cancellationToken);
                break;
        }
    }

    /// <summary>Without an address a token may be a node's or a document's; only the platform knows.</summary>
    private async Task ListPageAsync(SyncSource source, Findings findings, CancellationToken cancellationToken)
    {
        try
        {
            var node = await GetNodeAsync(source.Token, cancellationToken);
            findings.Documents.Add(ToDocument(node, source, await EnterAsync(node.SpaceId, source, findings, cancellationToken)));
        }
        catch (FeishuApiException exception) when (exception.Code == NodeNotFound && source.Kind == SourceKind.Token)
        {
            findings.Documents.Add(new(source.Token, SyncedDocument.Docx, source.ToString()));
        }
    }

    private async Task ListSpaceAsync(SyncSource source, string spaceId, Findings findings, CancellationToken cancellationToken)
    {
        var path = await EnterAsync(spaceId, source, findings, cancellationToken);
        await ListChildrenAsync(source, spaceId, null, path, findings, 0, cancellationToken);
        // The platform shows a wiki that the app may not see as one with nothing in it.
        if (!findings.Listable.ContainsKey(spaceId) && findings.Documents.TrueForAll(document => document.SpaceId != spaceId))
            throw new FeishuApiException(WikiForbidden, "the space is not among those of the app", HttpStatusCode.BadRequest);
    }

    private async Task ListChildrenAsync(
        SyncSource source, string spaceId, string? parent, IReadOnlyList<string> path, Findings findings, int depth, CancellationToken cancellationToken)
    {
        var nodes = await calls.AllAsync<WikiNode>((api, token) => api.ListNodesAsync(spaceId, parent, token, cancellationToken), cancellationToken);
        foreach (var node in nodes)
        {
            findings.Documents.Add(ToDocument(node, source, path));
            // What a shortcut leads to is listed where it is at home.
            if (node is { HasChild: true, NodeType: not "shortcut" } && depth < MaxDepth)
            {
                IReadOnlyList<string> below = [.. path, node.Title ?? ""];
                await TryAsync(
                    source, string.Join(" › ", below), findings,
                    () => ListChildrenAsync(source, spaceId, node.NodeToken, below, findings, depth + 1, cancellationToken), cancellationToken);
            }
        }
    }

    private async Task<WikiNode> GetNodeAsync(string token, CancellationToken cancellationToken) =>
        (await calls.GetAsync(api => api.GetNodeAsync(token, cancellationToken), cancellationToken)).Node
            ?? throw new InvalidDataException("The platform's answer holds no node.");

    /// <summary>Names and visibility; a space that the app is no member of is not among them.</summary>
    private async Task ListSpacesAsync(Findings findings, CancellationToken cancellationToken) =>
        await TryAsync(new SyncSource(SourceKind.Space, ""), "", findings, async () =>
        {
            foreach (var space in await calls.AllAsync<WikiSpace>((api, token) => api.ListSpacesAsync(token, cancellationToken), cancellationToken))
                findings.Listable[space.SpaceId] = space;
        }, cancellationToken);

    /// <summary>Learns who the members of a space are that is not everybody's; returns its name, the beginning of every path in it.</summary>
    private async Task<IReadOnlyList<string>> EnterAsync(string spaceId, SyncSource source, Findings findings, CancellationToken cancellationToken)
    {
        if (!findings.Spaces.ContainsKey(spaceId))
        {
            var listed = findings.Listable.GetValueOrDefault(spaceId);
            var facts = findings.Spaces[spaceId] = new(spaceId, listed?.Name ?? "", listed?.Visibility == "public", null, null);
            // Of a space that the app is no member of, nobody tells it who is.
            if (options.Value.ReadMembers && listed is not null && !facts.IsPublic)
                await TryAsync(source, facts.Name, findings, () => AddMembersAsync(facts, findings, cancellationToken), cancellationToken, isPart: false);
        }
        return findings.Spaces[spaceId].Name is { Length: > 0 } name ? [name] : [];
    }

    private async Task AddMembersAsync(SpaceFacts space, Findings findings, CancellationToken cancellationToken)
    {
        var members = await ListMembersAsync(space.Id, cancellationToken);
        findings.Spaces[space.Id] = space with { Users = Ids(members, "openid"), Chats = Ids(members, "openchat") };
    }

    private async Task<List<SpaceMember>> ListMembersAsync(string spaceId, CancellationToken cancellationToken)
    {
        var members = new List<SpaceMember>();
        string? token = null;
        do
        {
            var page = await calls.GetAsync(api => api.ListMembersAsync(spaceId, token, cancellationToken), cancellationToken);
            members.AddRange(page.Members ?? []);
            token = page.HasMore && page.PageToken is { Length: > 0 } ? page.PageToken : null;
        }
        while (token is not null);
        return members;
    }

    private static List<string> Ids(List<SpaceMember> members, string type) =>
        [.. members.Where(member => member.MemberType == type).Select(member => member.MemberId).OfType<string>()];

    private static ListedDocument ToDocument(WikiNode node, SyncSource source, IReadOnlyList<string> path) =>
        new(node.ObjToken, node.ObjType, source.ToString())
        {
            NodeToken = node.NodeToken,
            SpaceId = node.SpaceId,
            Title = node.Title ?? "",
            Path = path,
            Owner = node.Owner,
            EditedAt = long.TryParse(node.ObjEditTime, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0,
            IsShortcut = node.NodeType == "shortcut",
        };

    /// <param name="isPart">Whether what fails is a part of the source's list, which is then not complete.</param>
    private async Task TryAsync(
        SyncSource source, string place, Findings findings, Func<Task> list, CancellationToken cancellationToken, bool isPart = true)
    {
        try
        {
            await list();
            if (place == source.ToString())
                findings.Listed.Add(place);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is FeishuApiException or InvalidDataException && !IsForAll(exception))
        {
            findings.Failures.Add(new(source.ToString(), place, SyncTrouble.Of(exception, isPart ? DocumentOperation.Nodes : DocumentOperation.SpaceMembers, time.GetUtcNow())));
            if (isPart)
                findings.Incomplete.Add(source.ToString());
            if (isPart && exception is FeishuApiException { Code: var code } && (SyncTrouble.IsForbidden(code) || SyncTrouble.IsGone(code)))
                findings.Closed.Add(source.ToString());
        }
    }

    /// <summary>A missing scope is about one interface; anything else that is general ends the look.</summary>
    private static bool IsForAll(Exception exception) =>
        SyncTrouble.IsGeneral(exception) && exception is not FeishuApiException { Code: FeishuCodes.ScopeMissing };

    private sealed class Findings
    {
        public Dictionary<string, WikiSpace> Listable { get; } = [];
        public Dictionary<string, SpaceFacts> Spaces { get; } = [];
        public List<ListedDocument> Documents { get; } = [];
        public List<SourceFailure> Failures { get; } = [];
        public HashSet<string> Listed { get; } = [];
        public HashSet<string> Incomplete { get; } = [];
        public HashSet<string> Closed { get; } = [];

        public Listing ToListing() => new(Documents, [.. Spaces.Values], Failures, Listed.Except(Incomplete).ToHashSet(), Closed);
    }
}
