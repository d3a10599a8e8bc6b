namespace CredentialLedger.Projections.Writing;

/// <summary>The headers that every stored event carries (docs/formats/event.md, section 2).</summary>
public static class EventHeaders
{
    /// <summary>Version of the stored format: 1.</summary>
    public const string Format = "format";

    /// <summary>Who acted: person, organisation, duty, authority.</summary>
    public const string Actor = "actor";

    /// <summary>Id of the command that the event answers.</summary>
    public const string Command = "command";

    /// <summary>32 random bytes, base64.</summary>
    public const string Salt = "salt";

    /// <summary>Commitment to the payload, 32 bytes, base64.</summary>
    public const string Commitment = "commitment";

    /// <summary>MAC of the application, 32 bytes, base64.</summary>
    public const string Mac = "mac";

    /// <summary>The format that this code writes.</summary>
    public const int CurrentFormat = 1;
}
