namespace CredentialLedger.Api.Hosting.Postgres;

/// <summary>Makes a new cluster, wholly or not at all.</summary>
internal static class Creation
{
    /// <summary>Makes the cluster that the folder lacks.</summary>
    public static async Task RunAsync(ClusterFolder folder, Binaries binaries, ClusterOptions options, CancellationToken cancel)
    {
        folder.CheckSpace(options.FreeBytesToCreate);
        await ServerLog.PrepareAsync(folder, cancel);
        (await FolderLock.ExclusiveAsync(folder.ServerLock, options.Patience, cancel)).Dispose(); // an initdb whose launcher was killed
        if (Directory.Exists(folder.Unfinished)) Directory.Delete(folder.Unfinished, recursive: true);
        Directory.CreateDirectory(folder.Unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await ClusterUser.Here.OwnAsync(folder.Unfinished, cancel);

        // The password goes through a pipe that the cluster's user makes: another user's pipe cannot be opened by name.
        string[] initdb =
        [
            "flock", "--nonblock", folder.ServerLock, "sh", "-c", "cat | \"$@\"", "initdb",
            binaries.Initdb, "--pgdata", folder.Unfinished, "--username", EmbeddedPostgres.Superuser, "--pwfile", "/dev/stdin",
            "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums",
            .. options.Durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        var made = await ClusterUser.Here.RunAsync(initdb, folder.Unfinished, folder.NewPassword() + "\n", cancel);
        if (!made.Fine) throw ServerLog.IsDiskFull(made.Output) ? ClusterFolder.DiskFull(folder.Root, options.FreeBytesToCreate) : new HostingProblem("postgres.create-failed", ServerLog.Gist(made.Output));

        Directory.Move(folder.Unfinished, folder.Data);
        if (options.Durable) await Tool.RunAsync(["sync", folder.Root], "/", "", cancel); // the new name, too, survives a power failure
    }
}
