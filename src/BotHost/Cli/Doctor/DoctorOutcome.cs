namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>Everything that was found.</summary>
internal sealed record DoctorOutcome(IReadOnlyList<Finding> Findings)
{
    public int Failures => Count(Severity.Failed);

    public int Warnings => Count(Severity.Warning);

    /// <summary>The worst there is; a note is no reason to worry.</summary>
    public Severity Verdict => Failures > 0 ? Severity.Failed : Warnings > 0 ? Severity.Warning : Severity.Ok;

    private int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);
}
