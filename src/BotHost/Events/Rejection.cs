namespace Wenlu.BotHost.Events;

/// <summary>Why a request is not an event for us. The names are the values of the metric's reason.</summary>
internal enum Rejection
{
    TooLarge,
    BrokenOff,
    Unsigned,
    SignatureMismatch,
    NotEncrypted,
    UnexpectedlyEncrypted,
    NotDecryptable,
    NotJson,
    NotAnEnvelope,
    WrongToken,
    OtherApp,
    Incomplete,
    LegacyCallback,
}

internal static class Rejections
{
    /// <summary>The caller learns one of three things, and never which check it failed.</summary>
    public static int Status(this Rejection rejection) => rejection switch
    {
        Rejection.TooLarge => StatusCodes.Status413PayloadTooLarge,
        Rejection.Unsigned or Rejection.SignatureMismatch => StatusCodes.Status401Unauthorized,
        Rejection.WrongToken or Rejection.OtherApp => StatusCodes.Status401Unauthorized,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>For the operator's log: what it means and what to look at.</summary>
    public static string Explain(this Rejection rejection) => rejection switch
    {
        Rejection.TooLarge => "its body is larger than 1 MB",
        Rejection.BrokenOff => "its body broke off or was framed wrongly",
        Rejection.Unsigned => "it carries no signature although Feishu:EncryptKey is set, and it is no URL verification for this app",
        Rejection.SignatureMismatch => "its signature does not match; is Feishu:EncryptKey the Encrypt Key of the developer console?",
        Rejection.NotEncrypted => "it is not encrypted although Feishu:EncryptKey is set; is the key also set in the developer console?",
        Rejection.UnexpectedlyEncrypted => "it is encrypted and Feishu:EncryptKey is empty; copy the key from the developer console",
        Rejection.NotDecryptable => "it cannot be decrypted with Feishu:EncryptKey",
        Rejection.NotJson => "it is not JSON, or nested deeper than any event",
        Rejection.NotAnEnvelope => "it is neither an event of schema 2.0 or 1.0 nor a URL verification",
        Rejection.WrongToken => "its token is not Feishu:VerificationToken",
        Rejection.OtherApp => "it was sent for another app than Feishu:AppId",
        Rejection.Incomplete => "it lacks an id that every event of its type has",
        Rejection.LegacyCallback =>
            "it is a card callback of the old kind; in the developer console subscribe to card.action.trigger instead of card.action.trigger_v1",
        _ => throw new ArgumentOutOfRangeException(nameof(rejection), rejection, null),
    };
}
