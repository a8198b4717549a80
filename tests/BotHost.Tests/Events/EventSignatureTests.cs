using FsCheck;
using FsCheck.Xunit;
using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Tests.Events;

public sealed class EventSignatureTests
{
    private const string Key = "kb-bot-encrypt-key-001";

    [Theory]
    [InlineData("url_verification_encrypted")]
    [InlineData("message_event_encrypted_utf8")]
    [InlineData("block_aligned_plaintext")]
    public void Pitfall_04_The_platforms_signatures_are_valid_in_either_case(string name)
    {
        var vector = CryptoVectors.Get(name);
        var (headers, key) = (CryptoVectors.Headers(vector), (string)vector["encrypt_key"]!);
        EventSignature.Verify(headers, CryptoVectors.Body(vector), key).ShouldBe(SignatureVerdict.Valid);
        var upper = headers with { Signature = headers.Signature!.ToUpperInvariant() };
        EventSignature.Verify(upper, CryptoVectors.Body(vector), key).ShouldBe(SignatureVerdict.Valid);
    }

    [Property]
    public void One_flipped_bit_of_the_body_breaks_it(NonNegativeInt position)
    {
        var vector = CryptoVectors.Get("message_event_encrypted_utf8");
        var body = CryptoVectors.Body(vector);
        var bit = position.Get % (body.Length * 8);
        body[bit / 8] ^= (byte)(1 << (bit % 8));
        EventSignature.Verify(CryptoVectors.Headers(vector), body, Key).ShouldBe(SignatureVerdict.Mismatch);
    }

    [Property]
    public void One_changed_digit_of_the_signature_breaks_it(NonNegativeInt position)
    {
        var vector = CryptoVectors.Get("message_event_encrypted_utf8");
        var headers = CryptoVectors.Headers(vector);
        var digits = headers.Signature!.ToCharArray();
        var index = position.Get % digits.Length;
        digits[index] = digits[index] == '0' ? '1' : '0';
        EventSignature.Verify(headers with { Signature = new string(digits) }, CryptoVectors.Body(vector), Key).ShouldBe(SignatureVerdict.Mismatch);
    }

    [Theory]
    [InlineData("00")]
    [InlineData("zz073f4dfabcd83ba763c335e240d91e4f2b9157266d7be1b557a361ac923900")]
    [InlineData("9605073f4dfabcd83ba763c335e240d91e4f2b9157266d7be1b557a361ac923900")]
    [InlineData("9605073f4dfabcd83ba763c335e240d91e4f2b9157266d7be1b557a361ac923")]
    public void What_is_no_signature_is_a_mismatch(string signature)
    {
        var vector = CryptoVectors.Get("url_verification_encrypted");
        var headers = CryptoVectors.Headers(vector) with { Signature = signature };
        EventSignature.Verify(headers, CryptoVectors.Body(vector), Key).ShouldBe(SignatureVerdict.Mismatch);
    }

    [Fact]
    public void Each_of_the_three_headers_is_needed()
    {
        var vector = CryptoVectors.Get("url_verification_encrypted");
        var headers = CryptoVectors.Headers(vector);
        SignatureHeaders[] incomplete = [headers with { Timestamp = null }, headers with { Nonce = "" }, headers with { Signature = null }, default];
        foreach (var given in incomplete)
            EventSignature.Verify(given, CryptoVectors.Body(vector), Key).ShouldBe(SignatureVerdict.Missing);
    }
}
