using Wenlu.BotHost;
using Wenlu.BotHost.Cli;

return await Commands.RunAsync(args, Service.RunAsync);
