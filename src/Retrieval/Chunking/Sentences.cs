namespace Wenlu.Retrieval.Chunking;

/// <summary>Sentences of running text, whose concatenation is the text.</summary>
internal static class Sentences
{
    /// <summary>Ends after 。！？； and line ends, and after . ! ? that a space follows; closing quotes and brackets stay with their sentence.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsEnd(text, at))
                continue;
            var end = at + 1;
            while (end < text.Length && "”’」』）)\"' ".Contains(text[end]))
                end++;
            yield return text[start..end];
            start = end;
            at = end - 1;
        }
        if (start < text.Length)
            yield return text[start..];
    }

    /// <summary>Slices of at most <paramref name="length"/> characters, after a space where one is near; they never part a surrogate pair.</summary>
    public static IEnumerable<string> Slices(string text, int length)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(start + length, text.Length);
            if (end < text.Length)
                end = Break(text, start, end);
            yield return text[start..end];
            start = end;
        }
    }

    private static int Break(string text, int start, int end)
    {
        var space = text.LastIndexOf(' ', end - 1, (end - start) / 4);
        if (space > start)
            return space + 1;
        return char.IsHighSurrogate(text[end - 1]) && end - 1 > start ? end - 1 : end;
    }

    private static bool IsEnd(string text, int at) => text[at] switch
    {
        '。' or '！' or '？' or '；' or '\n' => true,
        '.' or '!' or '?' => at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]),
        _ => false,
    };
}
