using Wenlu.BotHost.Feishu.Budget;

namespace Wenlu.BotHost.Wiki;

/// <summary>
/// How much slower than set the wiki is looked at, so that looking lasts until the month ends: half of a quota is left to those who
/// ask, and the rest is spread over the time that is left.
/// </summary>
internal static class PollPace
{
    private const double Slowest = 288;

    /// <param name="callsPerLook">What the last look cost.</param>
    /// <param name="documents">Each costs a call when it is asked who may read it.</param>
    /// <returns>1 or more.</returns>
    public static double Stretch(CallState state, TimeSpan left, long callsPerLook, int documents, WikiOptions options)
    {
        if (state.Quota == 0)
            return 1;
        var wished = (callsPerLook * (left / options.Interval)) + (documents * (left / options.PermissionInterval));
        var allowed = Math.Max(1, state.Left - (state.Quota / 2));
        return Math.Clamp(wished / allowed, 1, Slowest);
    }
}
