namespace Wenlu.BotHost.Conversations.Commands;

internal enum CommandKind
{
    Help,
    NewTopic,
    Sources,
    Stop,

    /// <summary>Written like a command, and none of ours.</summary>
    Unknown,
}

/// <param name="Question">What follows the wish for a new topic; empty when nothing does, and of every other command.</param>
internal sealed record Command(CommandKind Kind, string Question = "");
