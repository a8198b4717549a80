using System.Text.Json.Nodes;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Processes;

/// <summary>The doctor as an operator calls it: the same executable with the same settings, beside the running service.</summary>
[Collection(OneAtATime.Name)]
public sealed class DoctorProcessTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task It_looks_on_while_the_service_runs_and_says_by_its_exit_code_how_things_are()
    {
        await using var installation = await Installation.CreateAsync();
        installation.Model.Otherwise = _ => ModelReply.Says("OK");
        await installation.StartReadyAsync();
        installation.Platform.ExpectsProbes = true;

        var doctor = installation.Run(["doctor", "--json"]);
        (await doctor.ExitAsync(Limit)).ShouldBe(0, doctor.Output + doctor.Errors);
        var states = JsonNode.Parse(doctor.Output)!["checks"]!.AsArray().ToDictionary(check => (string)check!["id"]!, check => (string)check!["state"]!);
        states["service"].ShouldBe("ok");
        states["store.folder"].ShouldBe("ok");

        installation.Platform.WithheldScopes.Add("im:message:send_as_bot");
        var again = installation.Run(["doctor"], ("LC_ALL", "zh_CN.UTF-8"));
        (await again.ExitAsync(Limit)).ShouldBe(1, again.Output + again.Errors);
        again.Output.ShouldContain("没有 im:message:send_as_bot");
        again.Output.ShouldNotContain(installation.Platform.Options.AppSecret);
        installation.Platform.Violations.ShouldBeEmpty();
    }
}
