using System.ComponentModel;
using System.Globalization;
using Wenlu.StandIns.Feishu;

namespace Wenlu.Benchmarks.Children;

/// <summary>The platform's own SDK for Node, its webhook dispatcher with a handler that does nothing.</summary>
internal static class NodeSdk
{
    private const string Package = "@larksuiteoapi/node-sdk@1.74.0";

    /// <summary>Null when it was installed, else why not.</summary>
    public static async Task<string?> InstallAsync(TempFolder folder)
    {
        try
        {
            await using var npm = Child.Start("npm", ["install", "--no-audit", "--no-fund", "--silent", Package], folder.Path);
            await npm.OutputAsync();
            return null;
        }
        catch (Win32Exception)
        {
            return "npm is not installed";
        }
        catch (InvalidOperationException exception)
        {
            return $"npm could not install {Package}: {exception.Message.Split('\n')[0]}";
        }
    }

    public static async Task<Child> StartAsync(TempFolder folder, int port, FeishuPlatformOptions app)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "node-sdk.js"), folder["server.js"]);
        var child = Child.Start(
            "node", ["server.js", port.ToString(CultureInfo.InvariantCulture), app.EncryptKey!, app.VerificationToken], folder.Path);
        await child.ListensAsync(port);
        return child;
    }
}
