using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;

namespace CredentialLedger.Verifier.Tests;

/// <summary>Proofs are put into a document and taken out, and what stands outside the signature never makes more of it than it was.</summary>
public sealed class CredentialProofsSpec
{
    private static readonly byte[] Issued = CredentialVector.Good;
    private static readonly LogScene Scene = LogScene.Of(Issued);
    private static readonly byte[] Attached = CredentialProofs.Attach(Issued, Scene.Decision, Scene.Issue);

    [Fact]
    public void What_is_attached_is_judged_and_taken_out_again_byte_for_byte()
    {
        Attached.ShouldBe(Scene.Document());
        CredentialProofs.Strip(Attached).ShouldBe(Issued);
        CredentialProofs.Strip(Issued).ShouldBe(Issued);
        var verdict = Judge(Attached);
        verdict.Overall.ShouldBe(Overall.Valid);
        verdict.Signing!.ShouldSatisfyAllConditions(
            s => s.ClaimedAt.ShouldBe(Sample.SignedAt), s => s.ProvenBy.ShouldBe(Sample.SignedAt.AddSeconds(2)),
            s => s.LogOrigin.ShouldBe(TestLog.Origin), s => s.Witnesses.ShouldBe(["OCSC", "TPQI"]));
        Judge(Issued).Signing.ShouldBeEquivalentTo(new Signing(Sample.SignedAt, null, null, []));
    }

    [Fact]
    public void Attaching_again_changes_nothing_and_replacing_must_be_meant()
    {
        var later = Scene with { Seen = Scene.Seen.AddDays(1) };
        CredentialProofs.Attach(Attached, Scene.Decision, Scene.Issue).ShouldBe(Attached);
        Should.Throw<ArgumentException>(() => CredentialProofs.Attach(Attached, later.Decision, later.Issue));
        CredentialProofs.Attach(Attached, later.Decision, later.Issue, replacing: true).ShouldBe(later.Document());
        CredentialProofs.Attach(File.ReadAllBytes(VectorFiles.Credential + "/good/unsigned-properties-empty.xml"), With("/good/unsigned-properties-empty.xml").Decision, With("/good/unsigned-properties-empty.xml").Issue)
            .ShouldBe(With("/good/unsigned-properties-empty.xml").Document());
    }

    [Fact]
    public void Proofs_of_another_document_or_of_too_much_are_not_attached()
    {
        var other = GoodVectors.Signed(TestKeys.BodyA, Sample.Content(TestKeys.BodyA));
        Should.Throw<ArgumentException>(() => CredentialProofs.Attach(other, Scene.Decision, Scene.Issue)).Message.ShouldContain(Codes.LogDocumentHash);
        Should.Throw<ArgumentException>(() => CredentialProofs.Attach(Issued, Scene.Issue, Scene.Decision));
        Should.Throw<ArgumentException>(() => CredentialProofs.Attach(Issued, Scene.Issue with { Opening = Scene.Issue.Opening with { Payload = null } }, Scene.Issue)).Message.ShouldContain(Codes.LogOtherEvent);
        Should.Throw<LogFormatException>(() => CredentialProofs.Attach(Issued, Scene.Decision with { Opening = Scene.Decision.Opening with { EnvelopeKey = new byte[31] } }, Scene.Issue));
        Should.Throw<ArgumentException>(() => CredentialProofs.Attach(new byte[] { 1 }, Scene.Decision, Scene.Issue));
        Should.Throw<ArgumentException>(() => CredentialProofs.Strip(File.ReadAllBytes(VectorFiles.Credential + "/structure/pretty-printed.xml")));
    }

    [Fact]
    public void Taking_a_proof_out_never_makes_the_answer_better_where_proofs_are_asked_for()
    {
        foreach (var entry in VectorFiles.Index(VectorFiles.Credential).Where(e => e.Check is "log" or "key-validity" && e.Overall != "valid"))
        {
            var forge = new Forge(File.ReadAllBytes(VectorFiles.Credential + "/" + entry.File));
            if (forge.All("UnsignedProperties").SingleOrDefault() is { } unsigned) unsigned.ParentNode!.RemoveChild(unsigned);
            Verify.Document(forge.Bytes(), Sample.Trust(proofsFrom: new(2025, 1, 1)), VectorFiles.StatusFor(forge.Bytes()), Sample.At).Overall.ShouldNotBe(Overall.Valid, entry.File);
        }
    }

    [Fact]
    public void A_moment_before_the_proven_time_is_not_proven_to_have_had_the_document()
    {
        var late = LogScene.Of(Issued, Sample.At.AddHours(-1)).Document();
        var token = Sample.Token(TestKeys.BodyA, Sample.ListA);
        Verify.Document(late, Sample.Trust(), token, Sample.At).Overall.ShouldBe(Overall.Valid);
        var before = Verify.Document(late, Sample.Trust(), token, Sample.At.AddHours(-2), Sample.At);
        before.Overall.ShouldBe(Overall.Undetermined);
        before.Checks.Single(c => c.Name == "dates").Code.ShouldBe(Codes.DatesNotYetProven);
        Verify.Document(Issued, Sample.Trust(), token, Sample.At.AddHours(-2), Sample.At).Overall.ShouldBe(Overall.Valid);
    }

    [Fact]
    public void The_first_and_the_last_moment_there_is_have_an_answer()
    {
        foreach (var at in new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new(9999, 12, 31, 23, 59, 59, TimeSpan.FromHours(7)) })
            foreach (var document in new[] { Issued, Attached }) Verify.Document(document, Sample.Trust(), null, at).Overall.ShouldBe(Overall.Invalid);
    }

    [Fact]
    public void A_key_that_has_ended_since_does_not_sign_for_a_moment_before_it_unless_that_is_proven()
    {
        var (signed, at, token) = (new DateTimeOffset(2026, 5, 30, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 5, 31, 0, 0, 0, TimeSpan.Zero), Sample.Token(TestKeys.BodyA, Sample.ListA));
        var document = GoodVectors.Signed(TestKeys.Retired, Sample.Content(TestKeys.Retired), signed);
        Key(document, at, at).ShouldBe(Codes.KeyValid);
        Key(document, at, Sample.At).ShouldBe(Codes.KeyEndedUnproven);
        Key(LogScene.Of(document, signed.AddSeconds(1)).Document(), at, Sample.At).ShouldBe(Codes.KeyProven);

        string Key(byte[] of, DateTimeOffset asked, DateTimeOffset now) => Verify.Document(of, Sample.Trust(), token, asked, now).Checks.Single(c => c.Name == "key-validity").Code;
    }

    [Fact]
    public void A_status_list_of_a_compromised_key_counts_for_nothing_however_old_it_says_it_is()
    {
        var trust = Sample.Trust();
        var body = trust.Issuers[0] with { Keys = [.. trust.Issuers[0].Keys.Select(k => k.KeyId == TestKeys.BodyA.Id ? k with { CompromisedFrom = Sample.At.AddHours(-1) } : k)] };
        var verdict = Verify.Document(Attached, new(false, trust.Roots, [body], trust.Logs), Sample.Token(TestKeys.BodyA, Sample.ListA), Sample.At);
        verdict.Checks.Single(c => c.Name == "key-validity").Code.ShouldBe(Codes.KeyProven);
        verdict.Checks.Single(c => c.Name == "status").Code.ShouldBe(Codes.StatusKeyNotValid);
    }

    [Fact]
    public void Any_changed_byte_of_the_proofs_is_seen_or_means_the_same()
    {
        var from = System.Text.Encoding.UTF8.GetString(Attached).IndexOf("<xades:UnsignedProperties>", StringComparison.Ordinal);
        for (var at = from; at < Attached.Length; at += 3)
        {
            var changed = Attached.ToArray();
            changed[at] ^= 1;
            var verdict = Judge(changed);
            if (verdict.Overall is Overall.Valid) verdict.Signing!.ProvenBy.ShouldBe(Sample.SignedAt.AddSeconds(2));
        }
    }

    private static LogScene With(string vector) => LogScene.Of(CredentialProofs.Strip(File.ReadAllBytes(VectorFiles.Credential + vector)));

    private static Verdict Judge(byte[] document) => Verify.Document(document, Sample.Trust(), Sample.Token(TestKeys.BodyA, Sample.ListA), Sample.At);
}
