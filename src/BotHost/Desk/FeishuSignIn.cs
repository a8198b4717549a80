using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Desk;

/// <summary>Who came back from Feishu.</summary>
internal abstract record Arrival
{
    private Arrival()
    {
    }

    public sealed record Editor(FeishuAccount Account, string Back) : Arrival;

    /// <param name="Account">Who it was; null when that is not known.</param>
    public sealed record Refused(Bilingual Why, FeishuAccount? Account = null) : Arrival;
}

/// <summary>The way to Feishu and back: OAuth's authorization code with state and PKCE.</summary>
internal sealed partial class FeishuSignIn(
    IFeishuAccountApi api, SignInAttempts attempts, DeskAccounts accounts, HomeTenant home, IOptions<DeskOptions> desk, IOptions<FeishuOptions> feishu,
    ILogger<FeishuSignIn> logger)
{
    private const string OpenHost = "open.";

    /// <param name="callback">The address that Feishu leads back to, as it stands in the app's console.</param>
    /// <param name="back">Where they want to go on the desk.</param>
    /// <returns>Where to send the browser, and the state that it must keep.</returns>
    public async Task<(string Address, string State)> BeginAsync(string callback, string back)
    {
        var (state, attempt) = await attempts.BeginAsync(back);
        var address = QueryHelpers.AddQueryString(new Uri(AccountsUrl(), "/open-apis/authen/v1/authorize").ToString(), new Dictionary<string, string?>
        {
            ["client_id"] = feishu.Value.AppId,
            ["response_type"] = "code",
            ["redirect_uri"] = callback,
            ["state"] = state,
            ["code_challenge"] = attempt.Challenge(),
            ["code_challenge_method"] = "S256",
        });
        return (address, state);
    }

    /// <param name="callback">As in <see cref="BeginAsync"/>.</param>
    /// <param name="kept">The state that the browser kept.</param>
    /// <param name="state">The state that came with the address.</param>
    /// <param name="code">Null when they said no.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<Arrival> FinishAsync(string callback, string? kept, string? state, string? code, CancellationToken cancellationToken)
    {
        if (kept is null || state is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(kept), Encoding.UTF8.GetBytes(state)))
            return new Arrival.Refused(DeskTexts.AttemptUnknown);
        if (await attempts.EndAsync(state) is not { } attempt)
            return new Arrival.Refused(DeskTexts.AttemptUnknown);
        if (string.IsNullOrEmpty(code))
            return new Arrival.Refused(DeskTexts.SignInDeclined);
        try
        {
            return await JudgeAsync(await ReadAsync(callback, code, attempt, cancellationToken), attempt.Back);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not Storage.StoreUnavailableException)
        {
            Log.NotSignedIn(logger, exception.Message);
            return new Arrival.Refused(exception is FeishuApiException { IsFault: false, IsRateLimit: false } ? DeskTexts.SignInFailed : DeskTexts.FeishuAway);
        }
    }

    private async Task<FeishuAccount> ReadAsync(string callback, string code, SignInAttempt attempt, CancellationToken cancellationToken)
    {
        var token = await api.CreateUserTokenAsync(
            new UserTokenRequest(feishu.Value.AppId, feishu.Value.AppSecret, code, callback, attempt.Verifier), cancellationToken);
        var user = await api.GetUserAsync(token.AccessToken ?? throw new InvalidDataException("The platform gave no token."), cancellationToken);
        return user.Data ?? throw new InvalidDataException("The platform did not say who signed in.");
    }

    /// <summary>Named in the settings, and of this app's own tenant; while that is not known nobody is.</summary>
    private async Task<Arrival> JudgeAsync(FeishuAccount account, string back)
    {
        if (account is not { OpenId: { Length: > 0 } openId, TenantKey: { Length: > 0 } tenant } || !accounts.IsNamed(openId, account.UserId))
            return new Arrival.Refused(DeskTexts.NotAnEditor.With(account.OpenId ?? "?"), account);
        return await home.FindAsync() switch
        {
            null => new Arrival.Refused(DeskTexts.TenantUnknown.With(tenant), account),
            var ours when ours == tenant => new Arrival.Editor(account, back),
            _ => new Arrival.Refused(DeskTexts.OtherTenant, account),
        };
    }

    /// <summary>People sign in at the accounts host of the open host; another address, such as a gateway, answers for both.</summary>
    private Uri AccountsUrl()
    {
        if (desk.Value.AccountsUrl is { } named)
            return named;
        var open = feishu.Value.BaseUrl;
        return open.Host.StartsWith(OpenHost, StringComparison.OrdinalIgnoreCase)
            ? new UriBuilder(open) { Host = "accounts." + open.Host[OpenHost.Length..] }.Uri
            : open;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Somebody could not sign in at the desk: {Reason}")]
        public static partial void NotSignedIn(ILogger logger, string reason);
    }
}
