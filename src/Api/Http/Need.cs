using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Http;

/// <summary>What an endpoint asks of its caller. Every endpoint says it; one that does not answers nobody, and fails a test.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class Need : Attribute
{
    /// <summary>The duty that is asked before anything else is looked at; null where more must be known first.</summary>
    public virtual Duty? Duty => null;

    /// <summary>Whether the caller must have signed in.</summary>
    public virtual bool SignIn => true;

    /// <summary>Whether the person of the address (<c>personId</c>) needs no duty.</summary>
    public virtual bool Own => false;

    /// <summary>Code under which it is recorded that somebody else was shown a person's record; null where no record is shown.</summary>
    public virtual string? View => null;
}

/// <summary>The endpoint gives one command: it needs what the command needs.</summary>
/// <param name="view">What it shows of a person's record where the command is refused, if it does.</param>
public sealed class GivesAttribute<TCommand>(string? view = null) : Need where TCommand : ICommand
{
    /// <inheritdoc/>
    public override Duty? Duty => TCommand.Needs;

    /// <inheritdoc/>
    public override string? View => view;
}

/// <summary>The endpoint shows one person's record: to that person, their supervisor, an auditor, and who is appointed to read records that concern them.</summary>
/// <param name="view">What it shows, stored in every access record and never changed.</param>
public sealed class PersonalAttribute(string view) : Need
{
    /// <inheritdoc/>
    public override string View => view;
}

/// <summary>The endpoint serves the person of its address, and for them whoever may give the command.</summary>
/// <param name="view">What it shows of the person's record, if it does.</param>
public sealed class OwnOrAttribute<TCommand>(string? view = null) : Need where TCommand : ICommand
{
    /// <inheritdoc/>
    public override Duty? Duty => TCommand.Needs;

    /// <inheritdoc/>
    public override bool Own => true;

    /// <inheritdoc/>
    public override string? View => view;
}

/// <summary>The endpoint shows what whoever gives the command must know.</summary>
public sealed class ServesAttribute<TCommand> : Need where TCommand : ICommand
{
    /// <inheritdoc/>
    public override Duty? Duty => TCommand.Needs;
}

/// <summary>The endpoint serves auditors.</summary>
public sealed class AuditsAttribute : Need
{
    /// <inheritdoc/>
    public override Duty? Duty => Duties.Audit;
}

/// <summary>The endpoint imports rows: it needs what the single command of that kind of row needs.</summary>
public sealed class ImportsAttribute : Need;

/// <summary>The endpoint serves everybody who signed in.</summary>
public sealed class SignedInAttribute : Need;

/// <summary>The endpoint serves everybody.</summary>
public sealed class OpenAttribute : Need
{
    /// <inheritdoc/>
    public override bool SignIn => false;
}
