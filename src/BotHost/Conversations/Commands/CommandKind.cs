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
