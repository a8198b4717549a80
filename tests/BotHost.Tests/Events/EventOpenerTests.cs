using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Feishu;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.Events;

/// <summary>Whatever bytes arrive, opening them ends in a value: an exception would be a 500 and a retry of the same bytes.</summary>
public sealed class EventOpenerTests
{
    private static readonly FeishuPlatformOptions App = new();
    private static readonly EventOpener Opener = new(Options.Create(new FeishuOptions
    {
        AppId = App.AppId,
        AppSecret = App.AppSecret,
        EncryptKey = App.EncryptKey!,
        VerificationToken = App.VerificationToken,
    }));

    [Property]
    public void Any_signed_bytes_are_rejected(byte[] body) =>
        Open(Sealed.Sign(body, App.EncryptKey!, DateTimeOffset.UtcNow)).ShouldBeOfType<Incoming.Rejected>();

    [Property]
    public void Any_encrypted_bytes_are_rejected(byte[] plain) => Open(Sealed.From(plain, App)).ShouldBeOfType<Incoming.Rejected>();

    [Property(MaxTest = 300)]
    public void A_damaged_message_or_click_never_throws(NonNegativeInt position, byte replacement, bool isClick)
    {
        var envelope = isClick ? ACardAction.On("om_9", "oc_9").ToCallback(App) : AMessage.InGroup().Saying("年假？").ToEvent(App);
        var plain = Encoding.UTF8.GetBytes(envelope.ToJsonString());
        plain[position.Get % plain.Length] = replacement;
        Open(Sealed.From(plain, App)).ShouldNotBeNull();
    }

    [Property]
    public void A_message_cut_off_anywhere_is_rejected(NonNegativeInt length)
    {
        var plain = Encoding.UTF8.GetBytes(AMessage.InGroup().Saying("年假？").ToEvent(App).ToJsonString());
        Open(Sealed.From(plain[..(length.Get % plain.Length)], App)).ShouldBeOfType<Incoming.Rejected>();
    }

    [Property]
    public void Without_a_signature_all_encrypted_texts_look_the_same(byte[] plain) =>
        Opener.Open(default, Sealed.Encrypt(plain, App.EncryptKey!)).ShouldBe(new Incoming.Rejected(Rejection.Unsigned));

    [Theory]
    [InlineData("1767000000123", 1767000000123)]
    [InlineData("1767000000123456", 1767000000123)]
    public void Milliseconds_and_microseconds_are_told_apart(string digits, long milliseconds) =>
        PlatformTime.Parse(digits).ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("999999999999999")]
    [InlineData("9223372036854775807")]
    public void What_is_no_time_is_none(string? digits) => PlatformTime.Parse(digits).ShouldBeNull();

    private static Incoming Open(Sealed request) => Opener.Open(new(request.Timestamp, request.Nonce, request.Signature), request.Body);
}
