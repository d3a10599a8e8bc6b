using CredentialLedger.Domain.Assessment;

namespace CredentialLedger.Api.Portal.Credentials;

/// <summary>What people call an instrument of assessment.</summary>
internal static class InstrumentWords
{
    /// <summary>The words' code.</summary>
    public static string Of(Instrument instrument) => instrument switch
    {
        Instrument.WrittenExam => "schemes.written-exam",
        Instrument.Portfolio => "schemes.portfolio",
        Instrument.Interview => "schemes.interview",
        Instrument.Simulation => "schemes.simulation",
        Instrument.Demonstration => "schemes.demonstration",
        Instrument.WorkplaceObservation => "schemes.workplace-observation",
        _ => "schemes.third-party",
    };
}
