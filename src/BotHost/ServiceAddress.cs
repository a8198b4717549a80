using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Wenlu.BotHost;

/// <summary>The addresses of <c>Urls</c>: checked here because what the server says of a wrong one names no setting.</summary>
internal static class ServiceAddress
{
    public const string Key = "Urls";

    public static void Validate(IConfiguration configuration)
    {
        var addresses = (configuration[Key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.Length == 0)
            throw new StartupException(Missing);
        if (Array.Find(addresses, address => !IsAddress(address)) is { } wrong)
            throw new StartupException(Wrong(wrong));
    }

    /// <summary>Why the server could not listen; null when that is not what went wrong.</summary>
    public static Bilingual? Explain(Exception exception) => exception switch
    {
        IOException { InnerException: AddressInUseException } => Unusable(exception.Message),
        SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable } => Unusable(exception.Message),
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } => Unusable(exception.Message),
        _ => null,
    };

    private static bool IsAddress(string text)
    {
        try
        {
            return BindingAddress.Parse(text) is { Scheme: "http" or "https", Port: >= 0 and <= 65535, PathBase: "" };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static readonly Bilingual Missing = new(
        "Urls 不能为空：请填写监听地址，例如 http://localhost:8080。",
        "Urls must not be empty: name the address to listen on, for example http://localhost:8080.");

    private static Bilingual Wrong(string address) => new(
        $"Urls 中的“{address}”不是可监听的地址：请写成 http://localhost:8080 这样的形式，多个地址用分号隔开。",
        $"Urls holds '{address}', which is no address to listen on: write it like http://localhost:8080, several separated by semicolons.");

    private static Bilingual Unusable(string reason) => new(
        $"无法在 Urls 指定的地址上监听（{reason}）：请换一个地址或端口，或停止占用它的进程。",
        $"The service cannot listen on the address in Urls ({reason}): choose another address or port, or stop the process that uses it.");
}
