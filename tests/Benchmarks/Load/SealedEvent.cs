using System.Text;
using Wenlu.StandIns.Feishu;

namespace Wenlu.Benchmarks.Load;

/// <summary>
/// A group message that mentions nobody, as a request ready for the wire. It is verified, decrypted and kept like any other;
/// its handling then ends at once, so that what is measured is the acceptance.
/// </summary>
internal static class SealedEvent
{
    private const int Chats = 200;
    private static readonly FeishuPlatformOptions App = new();

    public static byte[] Create(int number)
    {
        var message = AMessage.InGroup($"oc_{number % Chats:x32}").Saying($"第 {number} 条：下周二的例会改到下午三点，地点不变，请大家提前看一下文档里的议程和上次的会议纪要。");
        var request = Sealed.From(message.ToEvent(App), App);
        var head = $"""
            POST {FeishuDelivery.EventsPath} HTTP/1.1
            Host: 127.0.0.1
            Content-Type: application/json; charset=utf-8
            X-Lark-Request-Timestamp: {request.Timestamp}
            X-Lark-Request-Nonce: {request.Nonce}
            X-Lark-Signature: {request.Signature}
            Content-Length: {request.Body.Length}


            """.ReplaceLineEndings("\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. request.Body];
    }
}
