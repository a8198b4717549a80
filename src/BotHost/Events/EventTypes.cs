namespace Wenlu.BotHost.Events;

/// <summary>The events this bot lives on, by the platform's names.</summary>
internal static class EventTypes
{
    public const string Message = "im.message.receive_v1";
    public const string Recalled = "im.message.recalled_v1";
    public const string BotAdded = "im.chat.member.bot.added_v1";
    public const string BotRemoved = "im.chat.member.bot.deleted_v1";
    public const string ChatEntered = "im.chat.access_event.bot_p2p_chat_entered_v1";
    public const string Menu = "application.bot.menu_v6";

    public const string FileEdited = "drive.file.edit_v1";
    public const string FileRenamed = "drive.file.title_updated_v1";
    public const string FileTrashed = "drive.file.trashed_v1";
    public const string FileDeleted = "drive.file.deleted_v1";
    public const string FileCreated = "drive.file.created_in_folder_v1";
    public const string FileMemberAdded = "drive.file.permission_member_added_v1";
    public const string FileMemberRemoved = "drive.file.permission_member_removed_v1";

    /// <summary>A callback: somebody waits for its answer, which is part of the acknowledgement.</summary>
    public const string CardAction = "card.action.trigger";
}
