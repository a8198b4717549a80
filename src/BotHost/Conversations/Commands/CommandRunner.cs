using Microsoft.Extensions.Options;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Interruptions;
using Wenlu.BotHost.Site;
using Wenlu.BotHost.Welcome;

namespace Wenlu.BotHost.Conversations.Commands;

/// <summary>
/// Does what a command says in a conversation, and makes the words for it. The wish to stop was heard when it arrived: here, behind the
/// answer it was to stop, is told what came of it.
/// </summary>
internal sealed class CommandRunner(
    ConversationStore conversations, AnswerStore answers, AnswerMarks marks, StandingAnswers standing, Readers readers, InterruptionStore interruptions, Guide guide,
    GapCards gaps, IOptions<SiteOptions> site)
{
    /// <param name="language">Null where nothing tells which one is read.</param>
    public async Task<Notice> RunAsync(CommandKind command, Asked asked, Language? language, bool isOutsider) => command switch
    {
        CommandKind.Help => await guide.MakeAsync(asked, WelcomeTexts.Help, language, isOutsider),
        CommandKind.NewTopic => await StartOverAsync(asked, language),
        CommandKind.Sources => await SourcesAsync(asked, language, isOutsider),
        CommandKind.Stop => new Notice((await interruptions.WasStoppedAsync(asked) ? CommandTexts.Stopped : CommandTexts.NothingToStop).In(language)),
        CommandKind.Gaps when gaps.IsForEditors(asked.ChatId) && !isOutsider => await GapsAsync(asked, language ?? Language.Chinese),
        _ => new Notice($"{CommandTexts.Unknown.In(language)}\n{CommandTexts.List.In(language)}"),
    };

    private async Task<Notice> StartOverAsync(Asked asked, Language? language)
    {
        await conversations.ForgetAsync(asked.Conversation);
        return new Notice(CommandTexts.NewTopic.In(language));
    }

    private async Task<Notice> GapsAsync(Asked asked, Language language) =>
        await gaps.MakeAsync(asked.Key, language) ?? new Notice(GapTexts.Nothing.In(language));

    private async Task<Notice> SourcesAsync(Asked asked, Language? language, bool isOutsider)
    {
        if (await FindLastAsync(asked) is not { } last)
            return new Notice(CommandTexts.NoAnswerYet.In(language));
        var readable = await standing.ReadableAsync(last.Answer, await readers.LabelsAsync(asked, isOutsider));
        return readable.Count == 0
            ? new Notice(CommandTexts.NoSources.In(language))
            : SourcesCard.Build(last.Question, CardLinks.Resolve(last.Answer with { References = readable }, site.Value.BaseUrl));
    }

    /// <summary>Of an answer and the one in other words the latter.</summary>
    private async Task<GivenAnswer?> FindLastAsync(Asked asked)
    {
        GivenAnswer? last = null;
        var key = await conversations.FindLastKeyAsync(asked.Conversation);
        while (key is not null && await answers.FindAsync(AnswerStore.IdFor(key)) is { } given)
            (last, key) = (given, await marks.FindRephrasedAsync(given.Id));
        return last;
    }
}
