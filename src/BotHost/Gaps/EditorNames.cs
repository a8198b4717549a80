using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Gaps;

/// <summary>
/// What people in the editors' chat are called: a click names them by an id only. A name is worth one call a week, and no waiting:
/// without it the id stands for the person.
/// </summary>
/// <remarks>Key: <c>{gaps}:name:{open_id}</c>, string, the name, living seven days.</remarks>
internal sealed partial class EditorNames(IFeishuApi api, IConnectionMultiplexer store, IOptions<GapOptions> options, TimeProvider time, ILogger<EditorNames> logger)
{
    private const int MostPages = 5;
    private const int LongestName = 50;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    // A click has to be answered within three seconds, and its effect comes after this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.8);

    private volatile bool isForbidden;

    public async Task<string> OfAsync(string openId, CancellationToken cancellationToken)
    {
        if (await FindAsync(openId) is { } known)
            return known;
        if (!isForbidden)
            await TryReadAsync(cancellationToken);
        return await FindAsync(openId) ?? openId;
    }

    private async Task<string?> FindAsync(string openId) => await store.GetDatabase().StringGetAsync(Key(openId));

    private async Task TryReadAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await ReadAsync(either.Token);
        }
        catch (FeishuApiException exception) when (exception.Code == FeishuCodes.ScopeMissing)
        {
            isForbidden = true;
            Log.Forbidden(logger, exception.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotRead(logger, exception.GetType().Name);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        string? next = null;
        for (var page = 0; page < MostPages && (page == 0 || next is not null); page++)
        {
            var members = (await api.ListMembersAsync(options.Value.Chat, next, cancellationToken)).Data!;
            await Task.WhenAll((members.Items ?? []).Where(member => member is { MemberId: not null, Name.Length: > 0 }).Select(KeepAsync));
            next = members.HasMore ? members.PageToken : null;
        }
    }

    private Task KeepAsync(ChatMember member) => store.GetDatabase().StringSetAsync(Key(member.MemberId!), CardText.Label(member.Name!, LongestName), Lifetime);

    private static string Key(string openId) => $"{{gaps}}:name:{openId}";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Editors who answer in the chat are not named until the next start: grant im:chat.members:read. {Reason}")]
        public static partial void Forbidden(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Information, "The members of the editors' chat could not be read ({Failure}).")]
        public static partial void NotRead(ILogger logger, string failure);
    }
}
