namespace Wenlu.BotHost.Answers.Markup;

internal static class ListMarker
{
    private const int MostDigits = 9;

    /// <summary>The width of what is, or may still become, the marker of a list item: a dash or a number with its dot. 0: neither.</summary>
    public static int WidthOf(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            return line.Length <= MostDigits ? line.Length : 0;
        return digits == 0 ? 1 : digits <= MostDigits && line[digits] is ('.' or ')') ? digits + 1 : 0;
    }
}
