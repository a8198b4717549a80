using Wenlu.BotHost;

return await Service.RunAsync(args);
