namespace Wenlu.BotHost.Feishu;

/// <summary>Result codes that change what we do next. Everything else is a defect or a fault and reads its message in the log.</summary>
internal static class FeishuCodes
{
    public const int ReplyTargetInvisible = 230050;
    public const int ReplyTargetSelfDestructs = 230111;
    public const int TopicDoesNotExist = 230019;

    /// <summary>A message with this uuid is on its way or in the chat already.</summary>
    public const int MessageIsBeingSent = 230049;

    public const int ChatRateLimit = 230020;
    public const int AppRateLimit = 99991400;
    public const int ScopeMissing = 99991672;

    /// <summary>The tenant's plan allows no further call until the month ends.</summary>
    public const int MonthlyQuotaUsedUp = 99991403;

    public const int TypeNotSupported = 230054;
    public const int CardContentFailed = 230099;

    /// <summary>Beneath <see cref="CardContentFailed"/>: too many elements or tables, or the card is locked.</summary>
    public const int CardLimit = 11310;

    /// <summary>Beneath it too: somebody who is mentioned does not exist.</summary>
    public const int MentionFailed = 100290;

    public const int CardTooLong = 230025;
    public const int CardKitTooLong = 200860;
    public const int CardGenerationFailed = 200220;
    public const int ComponentNotAllowed = 200861;
    public const int TooManyElements = 300305;
    public const int ReplaceFailed = 300121;
    public const int ResourceTooLarge = 234037;
    public const int SensitiveContent = 230022;
    public const int DataLossPrevention = 230028;
    public const int CardInUse = 200810;
    public const int SequenceNotIncreasing = 300317;

    /// <summary>The token is bad: fetch a new one and try once more.</summary>
    public static bool IsTokenInvalid(int code) => code is 99991663 or 99991664 or 99991671;

    /// <summary>Wait, then the same call works: the app's, a chat's or an old interface's own limit.</summary>
    public static bool IsRateLimit(int code) => code is AppRateLimit or ChatRateLimit or 11232 or 11233;

    /// <summary>Nobody is there to read an answer any more: recalled, deleted, dissolved, removed, muted, blocked, resigned.</summary>
    public static bool IsNobodyThere(int code) => code is 230011 or 230110 or 231003 or 230002 or 230013 or 230018 or 230029
        or 230035 or 230038 or 230053 or 230075 or 232009;

    /// <summary>The message itself is gone: recalled or deleted.</summary>
    public static bool IsTakenBack(int code) => code is 230011 or 230110 or 231003;

    /// <summary>The message is there, but can only be answered by a message of our own in its chat.</summary>
    public static bool CannotBeRepliedTo(int code) => code is ReplyTargetInvisible or ReplyTargetSelfDestructs or TopicDoesNotExist;

    /// <summary>The platform refuses this card; a plainer one may pass.</summary>
    public static bool IsCardRefused(int code) => code is CardContentFailed or CardTooLong or CardKitTooLong or CardGenerationFailed
        or ComponentNotAllowed or TooManyElements or ReplaceFailed or SensitiveContent or DataLossPrevention or 300301 or 300307 or 300313;

    /// <summary>The platform refuses what is said, in this attempt and in every other; something else may be said instead.</summary>
    public static bool IsContentRefused(int code) => code is TypeNotSupported || IsCardRefused(code);

    /// <summary>The platform refuses the app or a call of ours as such: only an administrator or a new version can help.</summary>
    public static bool IsAppRefused(int code) => code is ScopeMissing or 230001 or 230006 or 230027 or 230034;
}
