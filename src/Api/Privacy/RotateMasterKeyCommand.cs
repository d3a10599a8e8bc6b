using JasperFx;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.Privacy;

/// <summary>The verb <c>rotate-master-key</c>: replace the master key and destroy the old one; due at least every 30 days.</summary>
[Description("Replace the master key, wrap every person's key anew, and destroy the old master key", Name = "rotate-master-key")]
public sealed class RotateMasterKeyCommand : JasperFxAsyncCommand<NetCoreInput>
{
    /// <inheritdoc/>
    public override async Task<bool> Execute(NetCoreInput input)
    {
        using var host = input.BuildHost();
        var rotation = ActivatorUtilities.CreateInstance<MasterKeyRotation>(host.Services);
        var wrapped = await rotation.Run(new Progress<long>(), default);
        Console.WriteLine($"{wrapped}");
        return true;
    }
}
