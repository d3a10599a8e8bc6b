using System.Net.Http.Headers;
using System.Text;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Benchmarks.Rig;

/// <summary>Made-up persons whose completions are recorded: many, because who completes thousands of courses has a read model like nobody's.</summary>
public static class People
{
    /// <summary>Their ids.</summary>
    public static IReadOnlyList<Guid> Ids { get; } = IdsOf(2000);

    /// <summary>So many of them, and more.</summary>
    public static IReadOnlyList<Guid> IdsOf(int count) => [.. Enumerable.Range(0, count).Select(i => Domain.Kernel.Ids.Derive("benchmark-person", i.ToString()))];

    /// <summary>One of them, each as likely.</summary>
    public static Guid Any() => Ids[Random.Shared.Next(Ids.Count)];

    /// <summary>Have the API register them all.</summary>
    public static Task Import(ApiProcess api, CancellationToken token) => Import(api, 0, Ids.Count, token);

    /// <summary>Have the API register so many, from one on.</summary>
    public static async Task Import(ApiProcess api, int first, int count, CancellationToken token)
    {
        var ids = IdsOf(first + count);
        var rows = new StringBuilder("person,name_th,national_id,personnel,synthetic\n");
        for (var i = first; i < ids.Count; i++)
        {
            var twelve = $"0000001{i:00000}";
            rows.Append($"{ids[i]},บุคคลสมมติ ลำดับที่ {i},{twelve}{NationalId.CheckDigit(twelve)},civil-servant,true\n");
        }

        using var client = new HttpClient { BaseAddress = api.Address };
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(rows.ToString())) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports/people") { Content = content };
        await new PersonaTokens(client).Authorize(request, "hr-officer", token);
        using var answer = await client.SendAsync(request, token);
        var said = await answer.Content.ReadAsStringAsync(token);
        if (!answer.IsSuccessStatusCode || !said.Contains($"\"recorded\":{count}", StringComparison.Ordinal)) throw new InvalidOperationException(said);
    }
}
