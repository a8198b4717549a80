using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Wenlu.Benchmarks.Children;

namespace Wenlu.Benchmarks.Lighthouse;

/// <summary>What Lighthouse says of the public pages, seeds loaded, on a phone and on a desktop; the median of three looks, since it shares the machine.</summary>
internal static class LighthouseRun
{
    public const string Verb = "lighthouse";

    private const int Looks = 3;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Benchmarks", "Lighthouse");

    private static readonly (string Name, string Path)[] Pages =
        [("home", "/"), ("list", "/questions"), ("question", "/questions/what-is-a-token"), ("document", "/documents/ai-glossary")];

    public static async Task<int> RunAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            await RunAsync("npm", "ci", "--prefix", Folder, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        var report = new Report(Scale.Quick with { Runs = Looks });
        using var folder = new TempFolder();
        await using var bot = await BotProcess.StartAsync(Repository.BuiltBot, folder["data"]);
        var met = true;
        foreach (var (name, path) in Pages)
        {
            foreach (var isPhone in (bool[])[true, false])
                met &= await LookAsync(report, bot, folder, (name, path), isPhone);
        }

        report.Print();
        return met ? 0 : 1;
    }

    private static async Task<bool> LookAsync(Report report, BotProcess bot, TempFolder folder, (string Name, string Path) page, bool isPhone)
    {
        var device = isPhone ? "phone" : "desktop";
        var address = await OwnAddressAsync(new Uri(bot.Address, page.Path));
        var looks = new List<Look>();
        for (var look = 0; look < Looks; look++)
        {
            Report.Progress($"{page.Name}, {device}");
            looks.Add(await LookAsync(address, isPhone, folder[$"{page.Name}-{device}-{look}.json"]));
        }

        var scores = Look.Categories.Select(category => looks.Select(look => look.Scores[category]).Order().ElementAt(Looks / 2)).ToList();
        var shift = looks.Max(look => look.Shift);
        var isMet = scores.All(score => score == 100) && shift == 0;
        report.Add($"Lighthouse, {page.Name}, {device}", string.Create(CultureInfo.InvariantCulture, $"{string.Join('/', scores)}, CLS {shift}; {string.Join(", ", looks.SelectMany(look => look.Less).Distinct())}"),
            "100/100/100/100, CLS 0", isMet);
        return isMet;
    }

    private static async Task<Look> LookAsync(Uri address, bool isPhone, string file)
    {
        string[] preset = isPhone ? [] : ["--preset=desktop"];
        await RunAsync(
            Path.Combine(Folder, "node_modules", ".bin", "lighthouse"),
            [address.ToString(), .. preset, "--quiet", "--output=json", $"--output-path={file}", "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage"]);
        return Look.Of(JsonElement.Parse(await File.ReadAllTextAsync(file)));
    }

    /// <summary>Where a redirect leads, which is not what is measured.</summary>
    private static async Task<Uri> OwnAddressAsync(Uri address)
    {
        using var browser = new HttpClient();
        using var response = await browser.GetAsync(address);
        response.EnsureSuccessStatusCode();
        return response.RequestMessage!.RequestUri!;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var running = Process.Start(new ProcessStartInfo(program, arguments) { Environment = { ["CHROME_PATH"] = "/usr/bin/chromium" } })!;
        await running.WaitForExitAsync();
        if (running.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {running.ExitCode}.");
    }
}
