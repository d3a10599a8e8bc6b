using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Authority;

/// <summary>An appointment, perhaps revoked.</summary>
public sealed record Appointment(AppointmentMade Made, AppointmentRevoked? Revoked) : IEvolve<Appointment>
{
    /// <summary>No appointment with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("appointment.missing", RejectionKind.Missing, "appointment");

    /// <summary>Whether it entitles on that day, as far as its own dates go.</summary>
    public bool InForceOn(DateOnly day) => Revoked is null && Made.From <= day && (Made.Until is not { } until || day <= until);

    /// <inheritdoc/>
    public static Appointment? Evolve(Appointment? state, LedgerEvent e) => (state, e) switch
    {
        (null, AppointmentMade made) => new(made, null),
        ({ Revoked: null } appointment, AppointmentRevoked revoked) => appointment with { Revoked = revoked },
        _ => throw new ImpossibleEventException(typeof(Appointment), e),
    };
}
