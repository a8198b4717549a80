using System.Globalization;

namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>Numbers the ordered items among one parent's children.</summary>
internal sealed class ItemNumbers
{
    // CommonMark sees no item in a longer one.
    private const int Most = 999_999_999;

    private int last;
    private bool isRunning;
    private char mark = '.';

    /// <summary>
    /// The next item's marker. A list that begins anew right below another has another mark after its numbers: with the same one
    /// it would be more of that list, whatever its numbers say.
    /// </summary>
    public string Next(string? sequence)
    {
        var number = NumberOf(sequence);
        if (isRunning && number != last + 1)
            mark = mark == '.' ? ')' : '.';
        (last, isRunning) = (number, true);
        return string.Create(CultureInfo.InvariantCulture, $"{number}{mark} ");
    }

    /// <summary>Something else stands between: <c>auto</c> goes on counting behind it, old items without a number begin anew.</summary>
    public void Interrupt() => isRunning = false;

    private int NumberOf(string? sequence)
    {
        if (int.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most)
            return number;
        return string.IsNullOrEmpty(sequence) && !isRunning || last >= Most ? 1 : last + 1;
    }
}
