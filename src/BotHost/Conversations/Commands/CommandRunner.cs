using Microsoft.Extensions.Options;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Site;
using Wenlu.BotHost.Welcome;

namespace Wenlu.BotHost.Conversations.Commands;

/// <summary>Does what a command says in a conversation, and makes the words for it.</summary>
internal sealed class CommandRunner(ConversationStore conversations, AnswerStore answers, Guide guide, IOptions<SiteOptions> site)
{
    /// <param name="language">Null where nothing tells which one is read.</param>
    /// <param name="at">When the command arrived: what was being written then has been stopped meanwhile.</param>
    public async Task<Notice> RunAsync(CommandKind command, Asked asked, Language? language, bool isOutsider, DateTimeOffset at) => command switch
    {
        CommandKind.Help => await guide.MakeAsync(asked, WelcomeTexts.Help, language, isOutsider),
        CommandKind.NewTopic => await StartOverAsync(asked, language),
        CommandKind.Sources => await SourcesAsync(asked, language),
        CommandKind.Stop => new Notice((await WasWritingAsync(asked, at) ? CommandTexts.Stopped : CommandTexts.NothingToStop).In(language)),
        _ => new Notice($"{CommandTexts.Unknown.In(language)}\n{CommandTexts.List.In(language)}"),
    };

    private async Task<Notice> StartOverAsync(Asked asked, Language? language)
    {
        await conversations.ForgetAsync(asked.Conversation);
        return new Notice(CommandTexts.NewTopic.In(language));
    }

    private async Task<Notice> SourcesAsync(Asked asked, Language? language) => await FindLastAsync(asked) switch
    {
        null => new Notice(CommandTexts.NoAnswerYet.In(language)),
        { Answer.References.Count: 0 } => new Notice(CommandTexts.NoSources.In(language)),
        var last => SourcesCard.Build(last.Question, CardLinks.Resolve(last.Answer, site.Value.BaseUrl)),
    };

    /// <summary>A command waits behind the answer that is being written: whatever ended after its arrival was ended by it.</summary>
    private async Task<bool> WasWritingAsync(Asked asked, DateTimeOffset at) => await FindLastAsync(asked) is { } last && last.At >= at;

    private async Task<GivenAnswer?> FindLastAsync(Asked asked) =>
        await conversations.FindLastKeyAsync(asked.Conversation) is { } key ? await answers.FindAsync(AnswerStore.IdFor(key)) : null;
}
