using System.Globalization;
using System.Net;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>What the platform's refusals mean for the next try. Pure.</summary>
internal static class ConnectionCodes
{
    private const int SystemBusy = 1;
    private const int Forbidden = 403;
    private const int AuthenticationFailed = 514;
    private const int InternalError = 1000040343;
    private const int NoCredential = 1000040344;
    private const int TooManyConnections = 1000040350;

    /// <summary>The answer to the question for an address. A code counts only in an answer that arrived whole, with HTTP 200.</summary>
    public static ConnectOutcome OfDiscovery(int code, HttpStatusCode status, string reason) => (status, code) switch
    {
        (not HttpStatusCode.OK, _) or (_, SystemBusy or InternalError) => new ConnectOutcome.Failed(reason),
        (_, TooManyConnections) => new ConnectOutcome.Crowded(),
        (_, AuthenticationFailed or NoCredential) => new ConnectOutcome.Refused(LongConnectionTexts.CredentialsRefused, IsSetting: true),
        (_, Forbidden) => new ConnectOutcome.Refused(LongConnectionTexts.Forbidden, IsSetting: false),
        _ => new ConnectOutcome.Refused(LongConnectionTexts.RefusedWith(code), IsSetting: false),
    };

    /// <summary>The headers of a handshake that did not become a connection. Its ticket may have been too old: the next one is new.</summary>
    public static ConnectOutcome OfHandshake(Func<string, string?> header, string reason) =>
        (Number(header("Handshake-Status")), Number(header("Handshake-Autherrcode"))) switch
        {
            (AuthenticationFailed, TooManyConnections) => new ConnectOutcome.Crowded(),
            (Forbidden, _) => new ConnectOutcome.Refused(LongConnectionTexts.Forbidden, IsSetting: false),
            (null, _) => new ConnectOutcome.Failed(reason),
            var (status, cause) => new ConnectOutcome.Failed($"status {status}, cause {cause}: {header("Handshake-Msg")}"),
        };

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
