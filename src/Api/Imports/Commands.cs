using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports;

/// <summary>The ids of commands that are given by rows: the same row gives the same command, whenever it is imported, and it is carried out once.</summary>
public static class Commands
{
    /// <summary>The id of a command of that type that these non-personal keys name.</summary>
    public static Guid IdOf<TCommand>(params IEnumerable<string> keys) where TCommand : ICommand =>
        Ids.Derive("import-command", [Kind<TCommand>(), .. keys]);

    // The duty is stable where the name of a C# type is not; two commands of one duty have different keys.
    private static string Kind<TCommand>() where TCommand : ICommand => TCommand.Needs.Code;
}
