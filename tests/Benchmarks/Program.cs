using Wenlu.Benchmarks;
using Wenlu.Benchmarks.Children;
using Wenlu.Benchmarks.Confidence;
using Wenlu.Benchmarks.Lighthouse;
using Wenlu.Benchmarks.Load;
using Wenlu.Benchmarks.Soak;

return args switch
{
    // What the program starts itself as: each side of a measurement is a process of its own.
    [LoadGenerator.Verb, .. var plan] => await LoadGenerator.RunAsync(LoadPlan.Parse(plan)),
    [ReferenceServer.Verb, var port] => await ReferenceServer.RunAsync(port),
    // A fit, not a figure to be compared: it prints its own tables.
    [ConfidenceFit.Verb, .. var sets] => await ConfidenceFit.RunAsync(sets),
    // A proof, not a figure either: it ends with 1 when something was lost or doubled.
    [SoakRun.Verb, .. var plan] => await SoakRun.RunAsync(plan),
    // Another program's opinion, which it takes a browser and an installation to have: it ends with 1 when it is not the best.
    [LighthouseRun.Verb] => await LighthouseRun.RunAsync(),
    _ => await Suite.RunAsync(args),
};
