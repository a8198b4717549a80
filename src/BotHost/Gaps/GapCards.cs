using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Gaps;

/// <summary>Which gaps are on an editors' card.</summary>
internal sealed record KeptGapCard(Language Language, IReadOnlyList<string> Gaps, int More, IReadOnlyList<string> Outdated);

/// <summary>Makes the editors' cards, and makes them again as they are after a click.</summary>
/// <remarks>Key: <c>{gaps}:card:{id}</c>, string, <see cref="KeptGapCard"/> as JSON, living 14 days, as long as a card can be clicked.</remarks>
internal sealed class GapCards(
    IConnectionMultiplexer store, GapDesk desk, GapStore gaps, NearestDocuments nearest, OutdatedAnswers outdated, Readers readers, IOptions<GapOptions> options,
    IOptions<SiteOptions> site)
{
    private static readonly TimeSpan CardLife = TimeSpan.FromDays(14);

    /// <summary>Whether this is the editors' chat. Everybody in it may answer, and nobody else.</summary>
    public bool IsForEditors(string? chatId) => chatId is not null && chatId == options.Value.Chat;

    /// <summary>Null when there is nothing to look at.</summary>
    /// <param name="key">What the card is sent for: a second attempt gets the same card.</param>
    public async Task<Notice?> MakeAsync(string key, Language language)
    {
        var (open, labels) = (await desk.OpenAsync(), await LabelsAsync());
        var flagged = (await outdated.ListAsync()).Where(answer => answer.Document.Audience.Opens(labels)).ToList();
        if (open.Count + flagged.Count == 0)
            return null;
        var id = IdFor(key);
        var kept = new KeptGapCard(
            language, [.. open.Take(GapCard.Most).Select(gap => gap.Id)], Math.Max(0, open.Count - GapCard.Most), [.. flagged.Select(answer => answer.Document.Title)]);
        var json = JsonSerializer.Serialize(kept, KeptGapCardJson.Default.KeptGapCard);
        if (!await store.GetDatabase().StringSetAsync(Key(id), json, CardLife, When.NotExists))
            kept = await FindAsync(id) ?? kept;
        return new Notice(GapTexts.Title.In(language), await BuildAsync(id, kept));
    }

    /// <summary>The card as it is now; null when it is too old.</summary>
    public async Task<Card?> ShowAsync(string id) => await FindAsync(id) is { } kept ? await BuildAsync(id, kept) : null;

    /// <summary>Null when it is too old, or was never made.</summary>
    public async Task<KeptGapCard?> FindAsync(string id) => await store.GetDatabase().StringGetAsync(Key(id)) is { IsNull: false } json
        ? JsonSerializer.Deserialize((string)json!, KeptGapCardJson.Default.KeptGapCard)
        : null;

    private async Task<Card> BuildAsync(string id, KeptGapCard kept)
    {
        var labels = await LabelsAsync();
        var shown = await Task.WhenAll(kept.Gaps.Select(gap => ShowGapAsync(gap, labels)));
        return GapCard.Build(new GapCardContent(id, kept.Language, shown, kept.More, kept.Outdated));
    }

    private async Task<ShownGap> ShowGapAsync(string gapId, IReadOnlyCollection<string> labels)
    {
        var gap = await gaps.FindAsync(gapId);
        var documents = gap is { State: GapState.Open } ? await nearest.FindAsync(gap.Question, labels) : [];
        return new(gapId, gap, [.. documents.Select(document => document with { Url = CardLinks.Absolute(document.Url, site.Value.BaseUrl) })]);
    }

    /// <summary>Those in the editors' chat: titles that only others may read are not shown there.</summary>
    private Task<IReadOnlyCollection<string>> LabelsAsync() =>
        readers.LabelsNowAsync(new Asked(string.Empty, string.Empty, options.Value.Chat, options.Value.Chat, null, IsDirect: false) { IsForTenant = true });

    private static string IdFor(string key) => $"g-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12))}";

    private static string Key(string id) => $"{{gaps}}:card:{id}";
}

[JsonSerializable(typeof(KeptGapCard))]
internal sealed partial class KeptGapCardJson : JsonSerializerContext;
