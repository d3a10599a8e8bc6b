using System.Globalization;
using System.Text;
using CredentialLedger.Verifier.Log.Witnessing;
using CredentialLedger.Witness.Cli;
using CredentialLedger.Witness.Witnessing;

namespace CredentialLedger.Witness.Http;

/// <summary>An answer of the protocols: status, content type, body.</summary>
internal sealed record Answer(int Status, string ContentType, byte[] Body)
{
    private const string PlainText = "text/plain; charset=utf-8";

    /// <summary>"200 Success": our signature line.</summary>
    public static Answer Cosigned(CosignedHead head) => new(StatusCodes.Status200OK, PlainText, Encoding.UTF8.GetBytes(head.Line));

    /// <summary>"409 Conflict": "the tree size of the latest cosigned checkpoint in decimal, followed by a newline".</summary>
    public static Answer Conflict(long size) =>
        new(StatusCodes.Status409Conflict, AddCheckpointRequest.SizeContentType, Encoding.ASCII.GetBytes(size.ToString(CultureInfo.InvariantCulture) + "\n"));

    /// <summary>"409 Conflict" or "202 Accepted" of a mirror: where it stands.</summary>
    public static Answer Where(int status, MirrorInfo info) => new(status, MirrorInfo.ContentType, info.ToBytes());

    /// <summary>A refusal with its sentence in Thai and English.</summary>
    public static Answer Refused(int status, string name, params object[] values) => new(status, PlainText, Encoding.UTF8.GetBytes(Words.Both(name, values) + "\n"));

    public async Task Write(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = Body.Length;
        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
