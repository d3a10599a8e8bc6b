using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Alba;
using CredentialLedger.Api.SignIn.Embedded;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>Real tokens from the embedded provider of the application under test.</summary>
public static class Tokens
{
    private static readonly ConditionalWeakTable<IAlbaHost, PersonaTokens> OfHosts = [];

    /// <summary>Let a request be made by the persona of that name.</summary>
    public static async Task AuthorizeAsync(this IAlbaHost app, HttpRequestMessage request, string persona) => request.Headers.Authorization = await app.TokenAsync(persona);

    /// <summary>The Authorization header of the persona of that name.</summary>
    public static async Task<AuthenticationHeaderValue> TokenAsync(this IAlbaHost app, string persona) =>
        new("Bearer", await OfHosts.GetValue(app, a => new(a.Server.CreateClient())).Of(persona));

    /// <summary>Let the application find its own provider without a network.</summary>
    public static void DiscoverInProcess(IServiceCollection services)
    {
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IServer>((o, server) => o.BackchannelHttpHandler = ((TestServer)server).CreateHandler());
        services.AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme).Configure<IServer>((o, server) => o.BackchannelHttpHandler = ((TestServer)server).CreateHandler());
    }
}
