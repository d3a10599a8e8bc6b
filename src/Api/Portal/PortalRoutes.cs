using CredentialLedger.Api.Portal.Audit;
using CredentialLedger.Api.Portal.Authority;
using CredentialLedger.Api.Portal.Credentials;
using CredentialLedger.Api.Portal.Governance;
using CredentialLedger.Api.Portal.Home;
using CredentialLedger.Api.Portal.People;
using CredentialLedger.Api.Portal.Privacy;
using CredentialLedger.Api.Portal.Verification;
using CredentialLedger.Api.Portal.Works;
using CredentialLedger.Api.Privacy;

namespace CredentialLedger.Api.Portal;

/// <summary>The portal: pages for people over the API's own views and commands.</summary>
public static class PortalRoutes
{
    /// <summary>Register it.</summary>
    public static void AddPortal(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<Language>().AddScoped<Visitor>().AddScoped<Pages>();
    }

    /// <summary>Serve every page, and take every form.</summary>
    public static void MapPortal(this WebApplication app)
    {
        app.MapFiles();
        var pages = app.MapGroup("").ExcludeFromDescription().AddEndpointFilter(PortalForms.FromThisSite).WithMetadata(new PageAttribute());
        pages.MapGet("/", HomePage.Get);
        pages.MapGet("/agreement", AgreementPage.Get);
        pages.MapGet("/verify", VerifyPage.Get);
        pages.MapPost("/verify", VerifyPage.Verify);
        pages.MapPost("/verify/receipt", VerifyPage.Download);
        pages.MapGet("/verify/number", NumberPage.Get);
        pages.MapPost("/verify/number", NumberPage.Verify);
        pages.MapGet("/verify/link", LinkPage.Get);
        pages.MapPost("/verify/link", LinkPage.Show);
        pages.MapPost("/verify/link/document", LinkPage.Download);
        pages.MapGet("/people/{personId:guid}/share-links", ShareLinksPage.Get);
        pages.MapPost("/people/{personId:guid}/share-links/{linkId:guid}", ShareLinksPage.Make);
        pages.MapPost("/people/{personId:guid}/share-links/{linkId:guid}/withdrawal", ShareLinksPage.Withdraw);
        pages.MapGet("/proposals", ProposalsPage.Get);
        pages.MapGet("/proposals/{proposalId:guid}", ProposalPage.Get);
        pages.MapPost("/proposals/{proposalId:guid}/signature", ProposalPage.Sign);
        pages.MapPost("/proposals/{proposalId:guid}/signature/withdrawal", ProposalPage.TakeBack);
        pages.MapPost("/proposals/{proposalId:guid}/withdrawal", ProposalPage.Withdraw);
        pages.MapGet("/proposals/new/amendment", NewAmendmentPage.Get);
        pages.MapPost("/proposals/new/amendment", NewAmendmentPage.Propose);
        pages.MapGet("/me", MePage.Get);
        pages.MapGet("/me/erasure", AskErasurePage.Get);
        pages.MapGet("/people/{personId:guid}/profile", ProfilePage.Get);
        pages.MapGet("/people/name", NamePage.Ask);
        pages.MapPost("/people/name", NamePage.Choose);
        pages.MapGet("/people/{personId:guid}/name", NamePage.Get);
        pages.MapPost("/people/{personId:guid}/name", NamePage.Change);
        pages.MapGet("/people/{personId:guid}/export", ExportEndpoint.Get);
        pages.MapGet("/people/{personId:guid}/erasures", ErasuresPage.Get);
        pages.MapPost("/people/{personId:guid}/erasures/{erasureId:guid}", AskErasurePage.Ask);
        pages.MapPost("/people/{personId:guid}/erasures/{erasureId:guid}/grant", ErasuresPage.Grant);
        pages.MapPost("/people/{personId:guid}/erasures/{erasureId:guid}/refusal", ErasuresPage.Refuse);
        pages.MapGet("/erasures", OpenErasuresPage.Get);
        pages.MapGet("/findings", FindingsPage.Get);
        pages.MapGet("/findings/{findingId:guid}", FindingPage.Get);
        pages.MapPost("/findings/{findingId:guid}/review", FindingPage.Open);
        pages.MapPost("/findings/{findingId:guid}/notes/{noteId:guid}", FindingPage.Annotate);
        pages.MapPost("/findings/{findingId:guid}/disposal", FindingPage.Dispose);
        pages.MapPost("/findings/{findingId:guid}/reopening", FindingPage.Reopen);
        pages.MapGet("/credentials/{credentialId:guid}", CredentialPage.Get);
        pages.MapGet("/credentials/{credentialId:guid}/document", CredentialPage.Document);
        pages.MapPost("/credentials/{credentialId:guid}/suspension", CredentialPage.Suspend);
        pages.MapPost("/credentials/{credentialId:guid}/reinstatement", CredentialPage.Reinstate);
        pages.MapPost("/credentials/{credentialId:guid}/replacement", CredentialPage.Replace);
        pages.MapGet("/credentials/{credentialId:guid}/renewal", RenewalPage.Get);
        pages.MapPost("/credentials/{credentialId:guid}/renewal", RenewalPage.Decide);
        pages.MapPost("/credentials/{credentialId:guid}/revocation", CredentialPage.Revoke);
        pages.MapPost("/credentials/{credentialId:guid}/revocation/notice", CredentialPage.Notify);
        pages.MapPost("/credentials/{credentialId:guid}/revocation/decision", CredentialPage.Decide);
        pages.MapPost("/credentials/{credentialId:guid}/revocation/ruling", CredentialPage.Rule);
        pages.MapPost("/people/{personId:guid}/credentials/{credentialId:guid}/answer", CredentialPage.Answer);
        pages.MapPost("/people/{personId:guid}/credentials/{credentialId:guid}/appeal", CredentialPage.Appeal);
        pages.MapGet("/certification", CertificationPage.Get);
        pages.MapPost("/decisions/{decisionId:guid}/credential", CertificationPage.Issue);
        pages.MapGet("/decisions/{decisionId:guid}", DecisionPage.Get);
        pages.MapPost("/decisions/{decisionId:guid}/setting-aside", DecisionPage.SetAside);
        pages.MapGet("/decisions/new", DecidePage.Get);
        pages.MapPost("/decisions/new", DecidePage.Choose);
        pages.MapGet("/people/{personId:guid}/evidence", EvidencePage.Get);
        pages.MapPost("/people/{personId:guid}/decisions", EvidencePage.Decide);
        pages.MapGet("/people/{personId:guid}/awards/new", AwardPage.Get);
        pages.MapPost("/people/{personId:guid}/awards", AwardPage.Accept);
        pages.MapGet("/expiring", ExpiringPage.Get);
        pages.MapGet("/batches", BatchesPage.Get);
        pages.MapPost("/batches", CertificationPage.Order);
        pages.MapGet("/batches/{batchId:guid}", BatchPage.Get);
        pages.MapPost("/batches/{batchId:guid}/taking-over", BatchPage.TakeOver);
        pages.MapPost("/batches/{batchId:guid}/withdrawal", BatchPage.Withdraw);
        pages.MapGet("/cases", CasesPage.Get);
        pages.MapPost("/cases/number", CasesPage.Find);
        pages.MapGet("/schemes", SchemesPage.Get);
        pages.MapGet("/schemes/new", NewSchemePage.Get);
        pages.MapPost("/schemes/new", NewSchemePage.Establish);
        pages.MapGet("/schemes/{schemeId:guid}", SchemePage.Get);
        pages.MapGet("/equivalences", EquivalencesPage.Get);
        pages.MapGet("/signing-keys", SigningKeysPage.Get);
        pages.MapPost("/signing-keys", SigningKeysPage.Register);
        pages.MapGet("/signing-keys/{key}", SigningKeyPage.Get);
        pages.MapPost("/signing-keys/{key}/rotation", SigningKeyPage.Rotate);
        pages.MapPost("/signing-keys/{key}/end", SigningKeyPage.Cease);
        pages.MapPost("/signing-keys/{key}/compromise", SigningKeyPage.Report);
        pages.MapPost("/signing-keys/{key}/fraud", SigningKeyPage.Declare);
        pages.MapGet("/works", WorksPage.Get);
        pages.MapGet("/works/new", NewWorkPage.Get);
        pages.MapPost("/works/new", NewWorkPage.Register);
        pages.MapGet("/works/{workId:guid}", WorkPage.Get);
        pages.MapGet("/works/{workId:guid}/picture", WorkPage.Picture);
        pages.MapPost("/works/{workId:guid}/picture", WorkPage.Bring);
        pages.MapPost("/works/{workId:guid}/permits", WorkPage.Permit);
        pages.MapPost("/works/{workId:guid}/permits/{permitId:guid}/revocation", WorkPage.Revoke);
        pages.MapGet("/staff", StaffPage.Get);
        pages.MapGet("/appointments", AppointmentsPage.Get);
        pages.MapPost("/appointments", AppointmentsPage.Make);
        pages.MapPost("/appointments/{appointmentId:guid}/revocation", AppointmentsPage.Revoke);
    }
}
