using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Attachments;

namespace Wenlu.BotHost.Conversations;

/// <summary>A question while it is put together.</summary>
/// <param name="Text">What a model reads.</param>
/// <param name="Words">What is searched for; empty while nothing was asked.</param>
internal sealed record Draft(string Text, string Words)
{
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    private string Quoted { get; init; } = string.Empty;

    private string? MeantDocument { get; init; }

    private Bilingual? Note { get; init; }

    /// <summary>Said when nothing is asked in the end.</summary>
    private Bilingual Otherwise { get; init; } = ConversationTexts.Empty;

    /// <summary>Whether it does not say by itself what it is about.</summary>
    public bool NeedsTopic => Words.Length == 0 || EllipticQuestion.NeedsTopic(Words);

    /// <summary>Something that belongs to it cannot be had, which is said when nothing else is asked.</summary>
    public Draft Without(Bilingual sentence) => this with { Otherwise = sentence };

    /// <summary>Something that the asker has to know stands under the answer.</summary>
    public Draft Noting(Bilingual note) => this with { Note = note };

    /// <summary>A document is meant: one that was read, or one that could not be.</summary>
    public Draft About(ReadAttachment attachment) => attachment.Document is { } document
        ? this with { MeantDocument = document.ToSource().Id, Otherwise = attachment.Sentence }
        : this with { Note = attachment.Sentence, Otherwise = attachment.Sentence };

    /// <summary>Somebody's message is replied to. Without words of one's own it is the question; else it says what an elliptic one means.</summary>
    public Draft Quoting(string markdown, string words, Bilingual? sentence)
    {
        if (Words.Length == 0 && words.Length > 0)
            return this with { Text = markdown, Words = words };
        var topic = words.Length > 0 && NeedsTopic ? $"{Words} {words}".Trim() : Words;
        return this with { Quoted = markdown, Words = topic, Otherwise = sentence ?? Otherwise };
    }

    /// <summary>What pictures ask, in words.</summary>
    public Draft Showing(string seen) => this with { Text = Words.Length == 0 ? seen : Text, Words = $"{Words} {seen}".Trim() };

    public Reading ToReading() => Words.Length == 0
        ? new Reading.Saying(Otherwise)
        : new Reading.Asking(new Question(Text, [], null)
        {
            SearchText = Words,
            Quoted = Quoted,
            Pictures = Pictures,
            MeantDocument = MeantDocument,
            Note = Note,
        });
}
