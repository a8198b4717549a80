using System.Net;
using Refit;
using Wenlu.BotHost.Llm;

namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>What is said of models.</summary>
internal static class ModelTexts
{
    public static readonly Bilingual NoChat = new("未设置模型：答案就是知识库里的原文段落。", "None is set: the best passages themselves are the answer.");
    public static readonly Bilingual NoEmbeddings = new("未设置：只按词查找。", "None is set: passages are found by their words alone.");
    public static readonly Bilingual NoReranker = new("未设置。", "None is set.");
    public static readonly Bilingual StoredElsewhere = new("已存向量正被运行中的服务使用，无法核对。", "The stored vectors are in use by the running service and cannot be compared.");

    public static readonly Bilingual EmbedAgain = new(
        "换回原来的模型，或用新的名字（Llm:EmbeddingModel），已存的向量会重新计算；同名不同长度的向量不能混用。",
        "Go back to the model there was, or name the new one differently (Llm:EmbeddingModel) so that everything is embedded again: vectors of two sizes do not go together.");

    public static readonly Bilingual RaiseDeadline = new("调大 Rerank:Deadline，或换一个更快的服务。", "Raise Rerank:Deadline, or use a faster service.");

    public static Bilingual Answers(string model) => new($"{model} 有应答。", $"{model} answers.");

    public static Bilingual SaysNothing(string model) => new($"{model} 的回答是空的。", $"{model} answers nothing.");

    public static Bilingual TryAnother(string key) => new($"换一个模型（{key}）。", $"Name another model ({key}).");

    public static Bilingual Fails(string model, string failure) => new($"{model} 调用失败（{failure}）。", $"A call to {model} failed ({failure}).");

    public static Bilingual Embeds(string model, int size) => new($"{model} 返回 {size} 维向量。", $"{model} answers with vectors of {size} components.");

    public static Bilingual WillEmbedAgain(string model, string stored) => new(
        $"{model} 有应答；已存的向量来自 {stored}，启动后会重新计算。", $"{model} answers; the stored vectors are {stored}'s and will be made again after a start.");

    public static Bilingual SizeDiffers(string model, int size, int stored) => new(
        $"{model} 返回 {size} 维向量，已存的是 {stored} 维。", $"{model} answers with vectors of {size} components; those stored have {stored}.");

    public static Bilingual Orders(string name) => new($"{name} 能排序。", $"{name} puts passages in order.");

    public static Bilingual OrdersLate(string name, TimeSpan took, TimeSpan deadline) => new(
        $"{name} 用了 {took.TotalMilliseconds:0} 毫秒，超过 Rerank:Deadline（{deadline.TotalMilliseconds:0} 毫秒）：搜索会不等它。",
        $"{name} took {took.TotalMilliseconds:0} ms, more than Rerank:Deadline ({deadline.TotalMilliseconds:0} ms): a search would not wait for it.");

    public static Bilingual Remedy(Exception exception, string section) => StatusOf(exception) switch
    {
        401 or 403 => new($"检查 {section}:ApiKey 及其权限。", $"Check {section}:ApiKey and what it permits."),
        404 => new($"检查 {section}:Endpoint 和模型名（Azure 上是部署名）。", $"Check {section}:Endpoint and the model's name (on Azure: the deployment)."),
        429 => new("调用太频繁，或额度已用完：查看服务商的配额。", "Too many calls, or the quota is used up: see the provider's limits."),
        >= 500 => new("服务商出错，请稍后再试。", "The provider has a fault; try again later."),
        400 => new("服务商不接受这个请求：检查模型名和接口版本。", "The provider does not take the request: check the model's name and the kind of endpoint."),
        _ => new($"检查 {section}:Endpoint、网络和代理。", $"Check {section}:Endpoint, the network and the proxy."),
    };

    private static int StatusOf(Exception exception) => exception switch
    {
        ModelCallException call => call.Status,
        ApiException { StatusCode: not HttpStatusCode.OK } api => (int)api.StatusCode,
        _ => 0,
    };
}
