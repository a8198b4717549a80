using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>Whether the service runs, and what it says of itself.</summary>
internal sealed class ServiceCheck(RunningService service) : ICheck
{
    public Subject Subject { get; } = new("service", new("运行中的服务", "running service"));

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) => await service.AnswerAsync() switch
    {
        { IsStranger: true } => [Finding.Failed(Subject, Stranger, ChooseAnother)],
        { Health: null } => [Finding.Note(Subject, NotRunning)],
        { Health: var health } when health!.Checks.Values.All(line => line.Status == "ok") => [Finding.Ok(Subject, Runs(health.Checks.Keys))],
        { Health: var health } => [.. health!.Checks.Where(line => line.Value.Status != "ok").Select(line => Complaint(line.Key, line.Value))],
    };

    private Finding Complaint(string name, HealthLine line) => line.Status == "failing"
        ? Finding.Failed(Subject, Says(name, line), SeeLog)
        : Finding.Warning(Subject, Says(name, line), SeeLog);

    private Bilingual Stranger => new($"在 {service.Address} 应答的不是本程序。", $"What answers at {service.Address} is another program.");

    private Bilingual NotRunning => new(
        service.Address is null ? "Urls 没有可访问的地址，无法询问。" : $"{service.Address} 没有服务在运行。",
        service.Address is null ? "Urls names no address that could be asked." : $"No service runs at {service.Address}.");

    private Bilingual Runs(IEnumerable<string> checks) => new(
        $"{service.Address} 就绪（{string.Join("、", checks)}）。", $"Ready at {service.Address} ({string.Join(", ", checks)}).");

    private static readonly Bilingual ChooseAnother = new("在 Urls 中换一个端口，或停掉那个程序。", "Choose another port in Urls, or stop that program.");
    private static readonly Bilingual SeeLog = new("参看服务的日志，以及下面对应的项目。", "See the service's log, and the lines below about it.");

    private static Bilingual Says(string name, HealthLine line) => new($"服务报告 {name}：{line.Description}", $"The service says of {name}: {line.Description}");
}
