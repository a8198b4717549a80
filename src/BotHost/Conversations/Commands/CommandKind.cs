namespace Wenlu.BotHost.Conversations.Commands;

internal enum CommandKind
{
    Help,
    NewTopic,
    Sources,
    Stop,

    /// <summary>For editors, in their chat.</summary>
    Gaps,

    /// <summary>Written like a command, and none of ours.</summary>
    Unknown,
}
