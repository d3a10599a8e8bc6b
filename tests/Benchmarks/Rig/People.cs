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
    public static IReadOnlyList<Guid> Ids { get; } = [.. Enumerable.Range(0, 2000).Select(i => Domain.Kernel.Ids.Derive("benchmark-person", i.ToString()))];

    /// <summary>One of them, each as likely.</summary>
    public static Guid Any() => Ids[Random.Shared.Next(Ids.Count)];

    /// <summary>Have the API register them all.</summary>
    public static async Task Import(ApiProcess api, CancellationToken token)
    {
        var rows = new StringBuilder("person,name_th,national_id,personnel,synthetic\n");
        for (var i = 0; i < Ids.Count; i++)
        {
            var twelve = $"0000001{i:00000}";
            rows.Append($"{Ids[i]},บุคคลสมมติ ลำดับที่ {i},{twelve}{NationalId.CheckDigit(twelve)},civil-servant,true\n");
        }

        using var client = new HttpClient { BaseAddress = api.Address };
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(rows.ToString())) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports/people") { Content = content };
        await new PersonaTokens(client).Authorize(request, "hr-officer", token);
        using var answer = await client.SendAsync(request, token);
        var said = await answer.Content.ReadAsStringAsync(token);
        if (!answer.IsSuccessStatusCode || !said.Contains($"\"recorded\":{Ids.Count}", StringComparison.Ordinal)) throw new InvalidOperationException(said);
    }
}
