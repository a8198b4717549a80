using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Wenlu.BotHost.Events;

/// <summary>AES-256-CBC under the hash of the Encrypt Key; the first block of the text is the initialisation vector.</summary>
internal sealed class EventCipher(string encryptKey)
{
    private const int BlockBytes = 16;
    private readonly byte[] key = SHA256.HashData(Encoding.UTF8.GetBytes(encryptKey));

    /// <summary>Decrypts in place; what is returned is a part of the buffer, empty when the text is not ours.</summary>
    public ReadOnlyMemory<byte> Decrypt(Memory<byte> base64)
    {
        if (Base64.DecodeFromUtf8InPlace(base64.Span, out var length) != OperationStatus.Done || length < 2 * BlockBytes)
            return default;
        using var aes = Aes.Create();
        aes.SetKey(key);
        return TryDecrypt(aes, base64.Span[..length], base64[BlockBytes..], out var written) ? base64.Slice(BlockBytes, written) : default;
    }

    private static bool TryDecrypt(Aes aes, ReadOnlySpan<byte> text, Memory<byte> destination, out int written)
    {
        try
        {
            return aes.TryDecryptCbc(text[BlockBytes..], text[..BlockBytes], destination.Span, out written);
        }
        catch (CryptographicException)
        {
            written = 0;
            return false;
        }
    }
}
