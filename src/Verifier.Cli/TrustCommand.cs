using CredentialLedger.Verifier.Cli.Snapshots;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Cli;

/// <summary>Fetches a trust snapshot, or a newer one. What does not count, or is older than what is there, replaces nothing; so it is safe to run as often as one likes.</summary>
internal static class TrustCommand
{
    public static int Update(string folder, string? ledger, string? key, TextWriter output, TimeProvider clock)
    {
        var (snapshot, now) = (new TrustSnapshot(folder), clock.GetUtcNow());
        using var downloads = new Downloads();
        try
        {
            var pin = Pin(snapshot, ledger, key, downloads);
            var trust = Trust(snapshot, pin, downloads, now, output);
            var addresses = trust.Issuers.SelectMany(i => i.StatusLists).ToArray();
            snapshot.KeepOnly(addresses);
            // Every list, whatever happens to one of them.
            return addresses.Select(address => IsFetched(snapshot, address, trust, downloads, now, output)).ToArray().All(fetched => fetched) ? ExitCode.Valid : ExitCode.Undetermined;
        }
        catch (DownloadException fault)
        {
            output.WriteLine(fault.Sentences);
            return ExitCode.Unavailable;
        }
        catch (TrustListException wrong)
        {
            output.WriteLine(Usage.Both("trust-refused", Sentences.Thai(wrong.Code), Sentences.English(wrong.Code)));
            return ExitCode.Invalid;
        }
    }

    private static LedgerPin Pin(TrustSnapshot snapshot, string? ledger, string? key, Downloads downloads)
    {
        var address = ledger is null ? null : LedgerPin.Address(ledger) ?? throw new WrongUseException("bad-ledger", ledger);
        if (snapshot.Pin is { } kept)
            return (address is null || address == kept.Ledger) && (key is null || key == SignedTrustList.KeyIdOf(kept.Key)) ? kept : throw new WrongUseException("other-ledger", kept.Ledger);
        if (address is null || key is null) throw new WrongUseException("first-update");
        return new(address, LedgerPin.KeyIn(downloads.Get(new(address, ".well-known/did.json")), key) ?? throw new TrustListException(Codes.TrustSignature, "key"));
    }

    private static TrustList Trust(TrustSnapshot snapshot, LedgerPin pin, Downloads downloads, DateTimeOffset now, TextWriter output)
    {
        var signed = downloads.Get(new(pin.Ledger, "trust.jwt"));
        var keys = Keys(snapshot, pin, downloads);
        var trust = keys.Open(signed, now);
        var issued = keys.IssuedAt(signed);
        if (snapshot.SignedTrustAt(keys) > issued) throw new TrustListException(Codes.TrustStale, "iat");
        if (snapshot.Pin is null) snapshot.Keep(pin);
        snapshot.KeepLinks(keys.Links);
        snapshot.KeepTrust(signed);
        output.WriteLine(Usage.Both("trust-updated", trust.Issuers.Count, PeopleDates.Thai(issued), PeopleDates.English(issued)));
        return trust;
    }

    // What was kept comes first: a key that somebody stole later leads nowhere else. A ledger whose key was never replaced may have no such file.
    private static TrustKeyChain Keys(TrustSnapshot snapshot, LedgerPin pin, Downloads downloads)
    {
        try
        {
            return TrustKeyChain.Follow(pin.Key, [.. snapshot.Links, .. downloads.Get(new(pin.Ledger, "trust-keys.txt"))]);
        }
        catch (DownloadException)
        {
            return TrustKeyChain.Follow(pin.Key, snapshot.Links);
        }
    }

    private static bool IsFetched(TrustSnapshot snapshot, Uri address, TrustList trust, Downloads downloads, DateTimeOffset now, TextWriter output)
    {
        try
        {
            var list = downloads.Get(address);
            var verdict = CredentialLedger.Verifier.Verify.StatusList(list, address, trust, now);
            var isOlder = snapshot.List(address) is { } before && CredentialLedger.Verifier.Verify.StatusList(before, address, trust, now).IssuedAt > verdict.IssuedAt;
            output.WriteLine($"{address}\n  {verdict.Check.SentenceTh}\n  {verdict.Check.SentenceEn}");
            if (isOlder) output.WriteLine(Usage.Both("list-older"));
            if (isOlder || verdict.Check.Result is not CheckResult.Passed) return false;
            snapshot.KeepList(address, list);
            return true;
        }
        catch (DownloadException fault)
        {
            output.WriteLine(fault.Sentences);
            return false;
        }
    }
}
