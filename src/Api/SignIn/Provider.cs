using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CredentialLedger.Api.SignIn;

/// <summary>Where the provider is: at the configured authority, or at the app's own address when it is the embedded one.</summary>
public sealed class Provider(SignInSettings settings, IServer server, IConfiguration configuration)
{
    private static readonly string[] Everywhere = ["0.0.0.0", "[::]", "+", "*"];

    /// <summary>The issuer's address. The app's own is known once it listens.</summary>
    public string Issuer => settings.Authority is { Length: > 0 } authority ? authority : OwnAddress();

    private string OwnAddress()
    {
        var listens = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? configuration["urls"]?.Split(';')[0];
        if (listens is not { Length: > 0 }) return "http://localhost/";
        var address = Everywhere.Aggregate(listens, (text, any) => text.Replace($"//{any}:", "//localhost:", StringComparison.Ordinal));
        return new Uri(address).AbsoluteUri;
    }
}
