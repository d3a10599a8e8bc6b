namespace CredentialLedger.Api.Hosting.Postgres;

/// <summary>Who the cluster's processes run as: oneself, or <c>postgres</c> when oneself is root, which PostgreSQL refuses.</summary>
internal sealed record ClusterUser(string Name, bool IsAnother)
{
    private const string ServiceUser = "postgres";

    public static ClusterUser Here { get; } =
        Environment.IsPrivilegedProcess ? new(ServiceUser, true) : new(Environment.UserName, false);

    /// <summary>Runs a command as this user.</summary>
    public Task<Tool.Ending> RunAsync(IEnumerable<string> command, string workingFolder, string input, CancellationToken cancel) =>
        Tool.RunAsync([.. Become, .. command], workingFolder, input, cancel);

    private IEnumerable<string> Become => !IsAnother ? []
        : File.Exists("/usr/bin/setpriv") ? ["/usr/bin/setpriv", $"--reuid={Name}", $"--regid={Name}", "--init-groups", "--"]
        : ["runuser", "-u", Name, "--"];

    /// <summary>Refuses when this user is not known to the system, or may not pass through a parent of the folder.</summary>
    public async Task CheckReachAsync(string folder, CancellationToken cancel)
    {
        if (!IsAnother || await CanEnterAsync(folder, cancel)) return;
        if (!(await Tool.RunAsync(["id", Name], "/", "", cancel)).Fine) throw new HostingProblem("postgres.no-user", Name);
        foreach (var parent in Upwards(folder).Reverse())
        {
            if (!await CanEnterAsync(parent, cancel)) throw new HostingProblem("folder.not-enterable", parent, Name);
        }
    }

    /// <summary>Gives a file or an empty folder to this user.</summary>
    public async Task OwnAsync(string path, CancellationToken cancel)
    {
        if (!IsAnother) return;
        var ending = await Tool.RunAsync(["chown", $"{Name}:", "--", path], "/", "", cancel);
        if (!ending.Fine) throw new HostingProblem("folder.not-writable", path, ending.Output);
    }

    /// <summary>Refuses a folder of somebody else's.</summary>
    public async Task CheckOwnsAsync(string folder, CancellationToken cancel)
    {
        var owner = await Tool.RunAsync(["stat", "-c", "%U", "--", folder], "/", "", cancel);
        if (owner.Output != Name) throw new HostingProblem("folder.other-owner", folder, owner.Output, Name);
    }

    private async Task<bool> CanEnterAsync(string folder, CancellationToken cancel) =>
        (await RunAsync(["test", "-x", folder], "/", "", cancel)).Fine;

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at)) yield return at;
    }
}
