namespace Wenlu.StandIns.Feishu;

/// <summary>The app as it is registered in the console, and the rules that a test may want to tighten or loosen.</summary>
public sealed record FeishuPlatformOptions
{
    public string AppId { get; init; } = "cli_a1b2c3d4e5f60718";

    public string AppSecret { get; init; } = "platform-app-secret-0001";

    public string? EncryptKey { get; init; } = "kb-bot-encrypt-key-001";

    public string VerificationToken { get; init; } = "vt_kbbot_0001";

    public string TenantKey { get; init; } = "2f0011aa22bb33cc";

    public string BotOpenId { get; init; } = "ou_0000000000000000000000000000b0b0";

    public string BotName { get; init; } = "知识库助手";

    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long streaming stays on after it was opened, whatever is sent meanwhile.</summary>
    public TimeSpan StreamingLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The documents leave open what a second request with one uuid gets: the first message, or this, an error (230049).</summary>
    public bool RefuseRepeatedUuid { get; set; }

    /// <summary>How long the platform waits for an answer to an event before it counts as not delivered.</summary>
    public TimeSpan AcknowledgementDeadline { get; init; } = TimeSpan.FromSeconds(3);

    public RateRules Rates { get; init; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>The platform's limits; <see cref="None"/> is for load tests of the bot's own speed.</summary>
public sealed record RateRules
{
    public static readonly RateRules None = new()
    {
        PerOperationAndSecond = int.MaxValue,
        PerOperationAndMinute = int.MaxValue,
        PerChatAndSecond = int.MaxValue,
        PerMessageAndSecond = int.MaxValue,
        PerCardAndSecond = int.MaxValue,
        PerSecondOfDocuments = int.MaxValue,
        PerWikiInterfaceAndMinute = int.MaxValue,
    };

    public int PerOperationAndSecond { get; init; } = 50;

    public int PerOperationAndMinute { get; init; } = 1000;

    public int PerChatAndSecond { get; init; } = 5;

    public int PerMessageAndSecond { get; init; } = 5;

    public int PerCardAndSecond { get; init; } = 10;

    /// <summary>All calls that read new documents together.</summary>
    public int PerSecondOfDocuments { get; init; } = 5;

    public int PerWikiInterfaceAndMinute { get; init; } = 100;
}
