using System.Globalization;
using FsCheck.Xunit;

namespace Wenlu.BotHost.Tests.Cards;

/// <summary>A property of so many cases; the environment's CARD_CASES times as many for whoever has the time.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CasesAttribute : PropertyAttribute
{
    public CasesAttribute(int cases) =>
        MaxTest = cases * int.Parse(Environment.GetEnvironmentVariable("CARD_CASES") ?? "1", CultureInfo.InvariantCulture);
}
