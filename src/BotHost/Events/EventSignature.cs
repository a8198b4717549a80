using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Wenlu.BotHost.Events;

internal enum SignatureVerdict
{
    Valid,
    Missing,
    Mismatch,
}

internal readonly record struct SignatureHeaders(string? Timestamp, string? Nonce, string? Signature)
{
    public static SignatureHeaders From(IHeaderDictionary headers) => new(
        headers["X-Lark-Request-Timestamp"], headers["X-Lark-Request-Nonce"], headers["X-Lark-Signature"]);

    public bool AreComplete => !string.IsNullOrEmpty(Timestamp) && !string.IsNullOrEmpty(Nonce) && !string.IsNullOrEmpty(Signature);
}

/// <summary>
/// SHA-256 over timestamp, nonce, Encrypt Key and the body as received. The age of the timestamp is not judged: the platform
/// sends an event again for seven hours, and the inbox knows every message for longer than that.
/// </summary>
internal static class EventSignature
{
    public static SignatureVerdict Verify(SignatureHeaders headers, ReadOnlySpan<byte> body, string encryptKey)
    {
        if (!headers.AreComplete)
            return SignatureVerdict.Missing;
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        Hash($"{headers.Timestamp}{headers.Nonce}{encryptKey}", body, expected);
        // The platform's own samples write the digits in either case; reading them makes case disappear.
        var status = Convert.FromHexString(headers.Signature.AsSpan(), given, out var consumed, out var written);
        var isComplete = status == OperationStatus.Done && consumed == headers.Signature!.Length && written == given.Length;
        return isComplete && CryptographicOperations.FixedTimeEquals(given, expected) ? SignatureVerdict.Valid : SignatureVerdict.Mismatch;
    }

    private static void Hash(string prefix, ReadOnlySpan<byte> body, Span<byte> hash)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(prefix.Length) + body.Length);
        var length = Encoding.UTF8.GetBytes(prefix, buffer);
        body.CopyTo(buffer.AsSpan(length));
        SHA256.HashData(buffer.AsSpan(0, length + body.Length), hash);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }
}
