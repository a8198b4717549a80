using System.Text.RegularExpressions;

namespace Wenlu.StandIns.Feishu;

/// <summary>What goes wrong with matching calls.</summary>
public sealed record Fault
{
    public int Status { get; init; } = 500;

    public int Code { get; init; } = 99991500;

    public string Message { get; init; } = "injected";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Waits first; alone (<see cref="OnlyDelay"/>) the call is then answered as usual.</summary>
    public TimeSpan Delay { get; init; }

    public bool OnlyDelay { get; init; }

    /// <summary>The connection breaks without an answer.</summary>
    public bool Reset { get; init; }

    /// <summary>The call takes effect and only its answer is lost: the case that idempotency is for.</summary>
    public bool AfterEffect { get; init; }
}

/// <summary>Faults in the order they were planned; each spends itself on matching calls.</summary>
internal sealed class FaultPlan
{
    private readonly List<Planned> plan = [];

    public void Add(string pattern, int count, Fault fault) => plan.Add(new Planned(pattern, ToRegex(pattern), count, fault));

    public void Clear() => plan.Clear();

    /// <summary>Whether one that was planned for this very pattern has not met its call yet.</summary>
    public bool Waits(string pattern) => plan.Any(planned => planned.Left > 0 && planned.Source == pattern);

    public Fault? Next(string methodAndPath)
    {
        var next = plan.FirstOrDefault(planned => planned.Left > 0 && planned.Pattern.IsMatch(methodAndPath));
        if (next is null) return null;
        next.Left--;
        return next.Fault;
    }

    /// <summary>"PUT /open-apis/cardkit/v1/cards/*/elements/*/content": a star is any text without a slash, two are any text.</summary>
    private static Regex ToRegex(string pattern)
    {
        var stars = Regex.Escape(pattern).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return new Regex($@"(\A|\s){stars}\z");
    }

    private sealed class Planned(string source, Regex pattern, int count, Fault fault)
    {
        public string Source => source;

        public Regex Pattern => pattern;

        public Fault Fault => fault;

        public int Left { get; set; } = count;
    }
}
