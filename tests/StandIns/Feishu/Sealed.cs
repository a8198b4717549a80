using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>A request as it goes over the wire: encrypted and signed when the app has an Encrypt Key, plain otherwise.</summary>
public sealed record Sealed(byte[] Body, string? Timestamp, string? Nonce, string? Signature)
{
    public static Sealed From(JsonNode envelope, FeishuPlatformOptions app) => From(Encoding.UTF8.GetBytes(envelope.ToCompactJson()), app);

    public static Sealed From(byte[] plain, FeishuPlatformOptions app) =>
        app.EncryptKey is { } key ? Sign(Encrypt(plain, key), key, app.Time.GetUtcNow()) : new Sealed(plain, null, null, null);

    /// <summary>Any bytes under a correct signature: what they say is for the bot to judge.</summary>
    public static Sealed Sign(byte[] body, string key, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var hash = SHA256.HashData([.. Encoding.UTF8.GetBytes(timestamp + nonce + key), .. body]);
        return new Sealed(body, timestamp, nonce, Convert.ToHexStringLower(hash));
    }

    public static byte[] Encrypt(byte[] plain, string key)
    {
        using var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        aes.GenerateIV();
        byte[] cipher = [.. aes.IV, .. aes.EncryptCbc(plain, aes.IV)];
        return Encoding.UTF8.GetBytes($$"""{"encrypt":"{{Convert.ToBase64String(cipher)}}"}""");
    }

    public HttpRequestMessage ToRequest(string path)
    {
        var content = new ByteArrayContent(Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (Timestamp is not null) request.Headers.Add("X-Lark-Request-Timestamp", Timestamp);
        if (Nonce is not null) request.Headers.Add("X-Lark-Request-Nonce", Nonce);
        if (Signature is not null) request.Headers.Add("X-Lark-Signature", Signature);
        return request;
    }
}
