using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Attachments;

internal static class AttachmentRegistration
{
    public static void AddAttachments(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<AttachmentOptions>, ValidateAttachmentOptions>();
        builder.Services.AddOptionsWithValidateOnStart<AttachmentOptions>().BindConfiguration(AttachmentOptions.Section);
        builder.Services.AddSingleton<AttachmentStore>().AddSingleton<AttachmentReader>();
    }
}
