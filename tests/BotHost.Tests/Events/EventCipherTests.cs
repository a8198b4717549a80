using System.Text;
using FsCheck.Xunit;
using Wenlu.BotHost.Events;
using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.Events;

public sealed class EventCipherTests
{
    [Theory]
    [InlineData("url_verification_encrypted")]
    [InlineData("message_event_encrypted_utf8")]
    [InlineData("block_aligned_plaintext")]
    public void The_platforms_texts_are_read(string name)
    {
        var vector = CryptoVectors.Get(name);
        Decrypt((string)vector["encrypt_key"]!, (string)vector["encrypt_base64"]!).ShouldBe((string)vector["plaintext"]!);
    }

    [Fact]
    public void The_documents_own_example_is_read() =>
        Decrypt((string)CryptoVectors.Official["encrypt_key"]!, (string)CryptoVectors.Official["encrypt_base64"]!).ShouldBe("hello world");

    [Property]
    public void What_was_encrypted_is_decrypted(FsCheck.NonEmptyString text, FsCheck.NonEmptyString key)
    {
        var plain = Encoding.UTF8.GetBytes(text.Get);
        var body = Encoding.UTF8.GetString(Sealed.Encrypt(plain, key.Get));
        var base64 = body["{\"encrypt\":\"".Length..^2];
        new EventCipher(key.Get).Decrypt(Encoding.UTF8.GetBytes(base64)).ToArray().ShouldBe(plain);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("AAECAwQFBgcICQoLDA0ODw==")]
    [InlineData("AAECAwQFBgcICQoLDA0OD9Lgiy5pED+0/QFzUq6sZBAT5inF")]
    [InlineData("AAECAwQFBgcICQoLDA0OD9Lgiy5pED+0/QFzUq6sZBA=")]
    public void What_cannot_be_decrypted_is_empty(string base64) => Decrypt("kb-bot-encrypt-key-001", base64).ShouldBeEmpty();

    [Fact]
    public void Another_key_reads_nothing() =>
        Decrypt("another key", (string)CryptoVectors.Get("url_verification_encrypted")["encrypt_base64"]!).ShouldNotContain("challenge");

    private static string Decrypt(string key, string base64) =>
        Encoding.UTF8.GetString(new EventCipher(key).Decrypt(Encoding.UTF8.GetBytes(base64)).Span);
}
