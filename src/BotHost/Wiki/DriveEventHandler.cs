using Microsoft.Extensions.Options;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Wiki;

/// <summary>An event of a document becomes a wish, which whichever replica syncs takes up. Nobody waits for an answer.</summary>
internal sealed class DriveEventHandler(string type, WikiStore store, IOptions<WikiOptions> options) : IEventHandler
{
    /// <summary>Sharing with several people makes several events.</summary>
    private static readonly TimeSpan SharingTakes = TimeSpan.FromSeconds(1);

    public static readonly IReadOnlyList<string> Types =
    [
        EventTypes.FileEdited, EventTypes.FileRenamed, EventTypes.FileTrashed, EventTypes.FileDeleted, EventTypes.FileCreated,
        EventTypes.FileMemberAdded, EventTypes.FileMemberRemoved,
    ];

    public string Type => type;

    public async Task HandleAsync(Claim claim, CancellationToken cancellationToken)
    {
        if (EnvelopeReader.Read(System.Text.Encoding.UTF8.GetBytes(claim.Entry.Payload)).FileToken is not { Length: > 0 } token)
            throw new PoisonEntryException("The event names no document.");
        if (type == EventTypes.FileCreated)
            await store.WishAsync(SyncWish.LookNow, options.Value.Debounce);
        else if (await store.IsKnownAsync(token))
            await store.WishAsync(new(KindOf(type), token), DelayOf(KindOf(type)));
    }

    public Task GiveUpAsync(Claim claim, string cause, CancellationToken cancellationToken) => Task.CompletedTask;

    private TimeSpan DelayOf(WishKind kind) => kind switch
    {
        WishKind.Content => options.Value.Debounce,
        WishKind.Grants => SharingTakes,
        _ => TimeSpan.Zero,
    };

    private static WishKind KindOf(string type) => type switch
    {
        EventTypes.FileTrashed or EventTypes.FileDeleted => WishKind.Gone,
        EventTypes.FileMemberAdded or EventTypes.FileMemberRemoved => WishKind.Grants,
        _ => WishKind.Content,
    };
}
