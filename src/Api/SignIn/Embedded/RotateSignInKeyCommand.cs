using System.Globalization;
using System.Resources;
using CredentialLedger.Api.Hosting;
using JasperFx;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.SignIn.Embedded;

/// <summary>The verb <c>rotate-sign-in-key</c>: have the embedded provider sign with a new key, beside a running server or without one.</summary>
[Description("Sign tokens of the development provider with a new key; the present one stays published for what it signed", Name = "rotate-sign-in-key")]
public sealed class RotateSignInKeyCommand : JasperFxAsyncCommand<NetCoreInput>
{
    private static readonly ResourceManager Sentences = new("CredentialLedger.Api.SignIn.Embedded.SignInKeys", typeof(RotateSignInKeyCommand).Assembly);

    /// <inheritdoc/>
    public override Task<bool> Execute(NetCoreInput input)
    {
        var host = input.BuildHost();
        if (host.Services.GetService<SignInKeys>() is not { } keys) throw new HostingProblem("sign-in.embedded-outside-development", host.Services.GetRequiredService<IHostEnvironment>().EnvironmentName);
        var id = keys.Rotate();
        foreach (var language in (CultureInfo[])[CultureInfo.GetCultureInfo("th"), CultureInfo.InvariantCulture])
            Console.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, Sentences.GetString("rotated", language)!, id));
        return Task.FromResult(true);
    }
}
