using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Cards;

/// <summary>
/// How far the card of an inbox entry has come, kept with the entry under its lease: the worker that takes over after a
/// crash goes on with the same card, and one that lost its lease cannot write here any more.
/// </summary>
internal sealed class CardProgress(EventInbox inbox, Claim claim, IReadOnlyDictionary<string, string> saved)
{
    private const string CardIdField = "card";
    private const string ReplyIdField = "reply";
    private const string IsMessageField = "message";
    private const string IsSingleField = "single";
    private const string SequenceField = "sequence";
    private const string AnswerField = "answer";
    private const string PlanField = "plan";
    private const string ShownField = "shown";
    private const string PartField = "part";

    private readonly HashSet<string> parts = [.. saved.Keys.Where(field => field.StartsWith(PartField, StringComparison.Ordinal))];

    public string? CardId { get; private set; } = saved.GetValueOrDefault(CardIdField) is { Length: > 0 } id ? id : null;

    /// <summary>The message that shows the card, once the platform has told its id.</summary>
    public string? ReplyId { get; private set; } = saved.GetValueOrDefault(ReplyIdField);

    /// <summary>The card is an ordinary message, since the app may not use card entities.</summary>
    public bool IsMessage { get; private set; } = saved.ContainsKey(IsMessageField);

    /// <summary>The finished card is the reply; nothing is shown before.</summary>
    public bool IsSingle { get; private set; } = saved.ContainsKey(IsSingleField);

    /// <summary>Something may be in the chat already, so this is how the answer goes on; null when nothing is.</summary>
    public AnswerForm? Begun => IsSingle ? AnswerForm.Single : IsMessage ? AnswerForm.Still : CardId is not null ? AnswerForm.Streamed : null;

    /// <summary>Sequence numbers up to this one may have been used.</summary>
    public int ReservedSequence { get; private set; } =
        int.TryParse(saved.GetValueOrDefault(SequenceField), CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Set from then on, only showing it is left to do.</summary>
    public Answer? Answer { get; private set; } =
        saved.TryGetValue(AnswerField, out var json) ? JsonSerializer.Deserialize(json, AnswerJson.Default.Answer) : null;

    /// <summary>How plainly the platform wants this answer.</summary>
    public CardPlan Plan { get; private set; } = Enum.TryParse<CardPlan>(saved.GetValueOrDefault(PlanField), out var plan) ? plan : CardPlan.Rich;

    /// <summary>The first of several cards is finished: from then on nothing replaces it.</summary>
    public bool IsShown { get; private set; } = saved.ContainsKey(ShownField);

    /// <summary>An earlier worker may have sent this card without living to tell.</summary>
    public bool IsTakenOver { get; } = saved.GetValueOrDefault(CardIdField) is { Length: > 0 };

    public async Task KeepCardAsync(string? cardId) => await SaveAsync(CardIdField, CardId = cardId);

    public async Task KeepReplyAsync(string messageId) => await SaveAsync(ReplyIdField, ReplyId = messageId);

    public async Task UseMessageAsync()
    {
        IsMessage = true;
        await SaveAsync(IsMessageField, "1");
    }

    public async Task UseSingleAsync()
    {
        IsSingle = true;
        await SaveAsync(IsSingleField, "1");
    }

    public async Task ReserveSequenceAsync(int upTo)
    {
        ReservedSequence = upTo;
        await SaveAsync(SequenceField, upTo.ToString(CultureInfo.InvariantCulture));
    }

    public async Task KeepAnswerAsync(Answer answer)
    {
        Answer = answer;
        await SaveAsync(AnswerField, JsonSerializer.Serialize(answer, AnswerJson.Default.Answer));
    }

    public async Task KeepPlanAsync(CardPlan plan) => await SaveAsync(PlanField, $"{Plan = plan}");

    public async Task KeepShownAsync()
    {
        IsShown = true;
        await SaveAsync(ShownField, "1");
    }

    /// <summary>The further card with this number, counted from 1, is in the chat.</summary>
    public bool HasPart(int part) => parts.Contains(FieldOf(part));

    public async Task KeepPartAsync(int part)
    {
        parts.Add(FieldOf(part));
        await SaveAsync(FieldOf(part), "1");
    }

    private static string FieldOf(int part) => string.Create(CultureInfo.InvariantCulture, $"{PartField}{part}");

    private async Task SaveAsync(string field, string? value)
    {
        if (!await inbox.SaveProgressAsync(claim, field, value ?? string.Empty))
        {
            throw new OperationCanceledException("The lease on this entry is lost; another worker has taken over.");
        }
    }
}

[JsonSerializable(typeof(Answer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
