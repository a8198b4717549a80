using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.Inbox;

namespace Wenlu.BotHost.Tests.Feishu;

/// <summary>Two replicas on one store, and a platform that gives the same token while half an hour of it is left.</summary>
public abstract class TenantTokensTests : IDisposable
{
    private readonly InboxStore store;
    private readonly string app = $"cli_{Guid.NewGuid():N}";
    private readonly ManualTime time = new(new DateTimeOffset(2026, 11, 10, 0, 0, 0, TimeSpan.Zero));
    private readonly TokenGiver platform;
    private readonly TenantTokens one;
    private readonly TenantTokens other;

    private protected TenantTokensTests(InboxStore store)
    {
        (this.store, platform) = (store, new TokenGiver(time));
        (one, other) = (Tokens(), Tokens());
    }

    public void Dispose()
    {
        one.Dispose();
        other.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Pitfall_34_Many_who_need_a_token_at_once_on_two_replicas_ask_for_one()
    {
        platform.Takes = TimeSpan.FromMilliseconds(300);

        var given = await Task.WhenAll(Enumerable.Range(0, 40).Select(call => GetAsync(call % 2 == 0 ? one : other)));

        given.Distinct().ShouldBe(["t-1"]);
        platform.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Pitfall_34_A_token_is_renewed_when_the_platform_has_a_new_one_and_the_old_one_is_still_good()
    {
        await GetAsync(one);
        await PassAsync(TimeSpan.FromMinutes(89));
        (await GetAsync(one)).ShouldBe("t-1");
        platform.Requests.ShouldBe(1);

        await PassAsync(TimeSpan.FromMinutes(2));
        (await GetAsync(one)).ShouldBe("t-2");
        (await GetAsync(other)).ShouldBe("t-2");
        platform.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Pitfall_34_The_old_token_serves_while_there_is_no_new_one_to_have_until_its_last_minutes()
    {
        await GetAsync(one);
        await PassAsync(TimeSpan.FromMinutes(91));
        platform.Fails = true;
        (await GetAsync(one)).ShouldBe("t-1");

        await PassAsync(TimeSpan.FromMinutes(27));
        await Should.ThrowAsync<HttpRequestException>(() => GetAsync(one));
    }

    [Fact]
    public async Task Pitfall_34_A_token_that_was_refused_is_replaced_once_for_all_replicas()
    {
        var refused = await GetAsync(one);
        await GetAsync(other);
        platform.Withdraw();

        await one.InvalidateAsync(refused);
        (await GetAsync(one)).ShouldBe("t-2");
        // It hears of the refusal later, and must not throw the new token away.
        await other.InvalidateAsync(refused);

        (await GetAsync(other)).ShouldBe("t-2");
        (await GetAsync(one)).ShouldBe("t-2");
        platform.Requests.ShouldBe(2);
    }

    private TenantTokens Tokens() => new(
        platform, store.Connection, Options.Create(new FeishuOptions { AppId = app, AppSecret = "s" }), time, NullLogger<TenantTokens>.Instance);

    private static Task<string> GetAsync(TenantTokens tokens) => tokens.GetAsync(default).AsTask();

    /// <summary>The store has a clock of its own, so what it keeps is aged by hand.</summary>
    private async Task PassAsync(TimeSpan by)
    {
        var (database, key) = (store.Connection.GetDatabase(), $"feishu:token:{{{app}}}");
        time.Now += by;
        if (await database.KeyTimeToLiveAsync(key) is { } left)
            await database.KeyExpireAsync(key, left - by);
    }

    private sealed class TokenGiver(TimeProvider time) : IFeishuTokenApi
    {
        private int issued;
        private int requests;
        private DateTimeOffset ends;

        public TimeSpan Takes { get; set; }

        public bool Fails { get; set; }

        public int Requests => requests;

        public void Withdraw() => ends = default;

        public async Task<TenantTokenResponse> CreateTenantTokenAsync(TenantTokenRequest request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref requests);
            await Task.Delay(Takes, cancellationToken);
            if (Fails)
                throw new HttpRequestException("away");
            if (ends - time.GetUtcNow() < TimeSpan.FromMinutes(30))
                (ends, issued) = (time.GetUtcNow() + TimeSpan.FromHours(2), issued + 1);
            return new TenantTokenResponse(0, $"t-{issued}", (int)(ends - time.GetUtcNow()).TotalSeconds);
        }
    }
}

public sealed class TenantTokensOnTheEmbeddedStore(EmbeddedInboxStore store) : TenantTokensTests(store), IClassFixture<EmbeddedInboxStore>;

public sealed class TenantTokensOnRedis(RedisInboxStore store) : TenantTokensTests(store), IClassFixture<RedisInboxStore>;
