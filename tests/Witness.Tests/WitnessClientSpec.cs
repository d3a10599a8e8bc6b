using System.Net;
using System.Text;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log.Witnessing;
using CredentialLedger.Witness.Tests.Rig;

namespace CredentialLedger.Witness.Tests;

/// <summary>What the log's side makes of answers that no witness should give; the good ones are asked of the real witness elsewhere.</summary>
public sealed class WitnessClientSpec
{
    private static readonly TestLog Log = new(600);
    private static readonly Uri Witness = new("http://witness.example/prefix/");

    [Theory]
    [InlineData(200, "text/plain", "", 502), InlineData(200, "text/plain", "no line\n", 502), InlineData(200, "text/plain", "— w AAAAAAA=", 502)]
    [InlineData(409, "text/plain", "300\n", 409), InlineData(409, "text/x.tlog.size", "300", 409), InlineData(409, "text/x.tlog.size", "-1\n", 409), InlineData(409, "text/x.tlog.size", "many\n", 409)]
    [InlineData(302, "text/plain", "", 302), InlineData(500, "text/html", "<p>", 500), InlineData(403, "text/plain", "no\n", 403)]
    public async Task An_answer_that_is_none_is_a_refusal(int status, string type, string body, int refused)
    {
        using var http = Answering(status, type, Encoding.UTF8.GetBytes(body));
        (await WitnessClient.AddCheckpoint(http, Witness, 0, [], Log.Note(300), default)).ShouldBe(new WitnessAnswer.Refused((HttpStatusCode)refused));
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        using var http = Answering(200, "text/plain", new byte[10_000_000]);
        (await WitnessClient.AddCheckpoint(http, Witness, 0, [], Log.Note(300), default)).ShouldBe(new WitnessAnswer.Refused(HttpStatusCode.BadGateway));
    }

    [Fact]
    public async Task A_mirror_that_never_moves_on_is_given_up()
    {
        var asked = 0;
        using var http = Answering(202, MirrorInfo.ContentType, new MirrorInfo(600, 0, default).ToBytes(), () => asked++);
        (await WitnessClient.Upload(http, Witness, Log.Note(600), 0, Log.Entries, Log.Complete, default)).ShouldBeOfType<WitnessAnswer.Continue>();
        asked.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task A_mirror_that_wants_another_checkpoint_says_which()
    {
        using var http = Answering(409, MirrorInfo.ContentType, new MirrorInfo(700, 512, default).ToBytes());
        (await WitnessClient.Upload(http, Witness, Log.Note(600), 0, Log.Entries, Log.Complete, default)).ShouldBeOfType<WitnessAnswer.Continue>().Info.Size.ShouldBe(700);
    }

    private static HttpClient Answering(int status, string type, byte[] body, Action? asked = null) => new(new Answers(status, type, body, asked));

    private sealed class Answers(int status, string type, byte[] body, Action? asked) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri!.AbsoluteUri.ShouldStartWith("http://witness.example/prefix/add-");
            asked?.Invoke();
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = new(type);
            return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = content });
        }
    }
}
