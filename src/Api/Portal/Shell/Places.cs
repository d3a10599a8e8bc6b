using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Portal.Shell;

/// <summary>The pages that a visitor's navigation leads to: those that they may open.</summary>
internal static class Places
{
    /// <summary>Address and words of each.</summary>
    public static IEnumerable<(string Address, string Words)> Of(Visitor visitor)
    {
        yield return ("/", "home.place");
        yield return ("/verify", "verify.place");
        yield return ("/agreement", "agreement.place");
        if (visitor.Principal is null) yield break;
        yield return ("/me", "me.place");
        if (((Duty[])[Duties.Represent, Duties.Coordinate, Duties.ArrangeAudit, Duties.Audit]).Any(duty => visitor.For(duty).Length > 0)) yield return ("/proposals", "proposals.place");
        if (visitor.For(Duties.Audit).Length > 0) yield return ("/findings", "findings.place");
        if (visitor.For(Duties.DecideCertification).Length > 0) yield return ("/decisions/new", "certification.decide");
        if (visitor.For(Duties.DecideCertification).Length > 0) yield return ("/expiring", "certification.expiring");
        if (visitor.For(Duties.IssueCredentials).Length > 0) yield return ("/certification", "certification.place");
        if (visitor.For(Duties.RevokeCredentials).Length > 0) yield return ("/cases", "cases.place");
        yield return ("/schemes", "schemes.place");
        yield return ("/equivalences", "equivalences.place");
        if (visitor.For(Duties.KeepKeys).Length > 0) yield return ("/signing-keys", "keys.place");
        if (visitor.For(Duties.KeepWorks).Length > 0 || visitor.For(Duties.GrantPermits).Length > 0) yield return ("/works", "works.place");
        if (visitor.HasPost) yield return ("/staff", "staff.place");
        if (visitor.For(Duties.KeepPersons).Length > 0) yield return ("/people/name", "names.place");
        if (visitor.For(Duties.DecideErasure).Length > 0) yield return ("/erasures", "erasure.place");
        if (visitor.For(Duties.Appoint).Length > 0) yield return ("/appointments", "appointments.place");
    }
}
