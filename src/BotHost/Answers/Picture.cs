namespace Wenlu.BotHost.Answers;

/// <summary>A picture in a format that models take.</summary>
internal sealed record Picture(byte[] Content, string MediaType)
{
    /// <summary>What models are known to take; larger ones are refused by some of them.</summary>
    public const long MostBytes = 10L << 20;

    /// <summary>By its first bytes, for names and headers lie; null when it is none that models take.</summary>
    public static Picture? Recognise(byte[] content) => content switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => new(content, "image/png"),
        [0xFF, 0xD8, 0xFF, ..] => new(content, "image/jpeg"),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => new(content, "image/gif"),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => new(content, "image/webp"),
        _ => null,
    };
}
