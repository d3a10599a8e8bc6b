using System.Globalization;
using System.Resources;
using JasperFx;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.Privacy;

/// <summary>The verb <c>rotate-master-key</c>: replace the master key and destroy the old one; due at least every 30 days.</summary>
[Description("Replace the master key, wrap every person's key anew, and destroy the old master key", Name = "rotate-master-key")]
public sealed class RotateMasterKeyCommand : JasperFxAsyncCommand<NetCoreInput>
{
    private static readonly ResourceManager Sentences = new("CredentialLedger.Api.Privacy.MasterKeyRotation", typeof(RotateMasterKeyCommand).Assembly);

    /// <inheritdoc/>
    public override async Task<bool> Execute(NetCoreInput input)
    {
        var host = input.BuildHost();
        var wrapped = await ActivatorUtilities.CreateInstance<MasterKeyRotation>(host.Services).Run(default);
        foreach (var language in (CultureInfo[])[CultureInfo.GetCultureInfo("th"), CultureInfo.InvariantCulture])
            Console.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, Sentences.GetString("rotated", language)!, wrapped));
        return true;
    }
}
