using System.Security.Cryptography;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CredentialLedger.Api.Tests.Privacy;

/// <summary>Replacing the master key: nobody's data is lost, nobody is registered twice, and the old key is gone.</summary>
public sealed class MasterKeyRotationTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static int last = 1000;

    private string Keys => Path.Combine(host.Folder, "keys");

    private MasterKeys NewKeys(string? folder = null) => new(host.Database, new KeyFolder(folder ?? Keys), TimeProvider.System);

    /// <summary>As the verb does it: in a process of its own, with key objects of its own.</summary>
    private Task<long> RotateAsync() => new MasterKeyRotation(host.Database, NewKeys(), TimeProvider.System).Run(default);

    private async Task<(Guid Person, object Body)> RegisterAsync()
    {
        var (person, body) = (Guid.NewGuid(), DemoLedger.Person(Interlocked.Increment(ref last)));
        (await host.PutAsync("hr-officer", $"/api/people/{person}", body)).ShouldRecord(1);
        return (person, body);
    }

    private async Task<string?> NameAsync(Guid person) =>
        (await host.GetAsync("hr-officer", $"/api/people/{person}")).Json.GetProperty("name").GetProperty("th").GetString();

    private string[] Files() => [.. Directory.GetFiles(Keys, "master-*").Select(f => Path.GetFileName(f)!)];

    private async Task<T> AskAsync<T>(string sql, Guid? about = null)
    {
        await using var command = host.Database.CreateCommand(sql);
        if (about is { } id) command.Parameters.Add(new() { Value = id });
        return (T)(await command.ExecuteScalarAsync())!;
    }

    [Fact]
    public async Task Names_still_open_national_ids_are_still_unique_and_the_old_key_is_gone()
    {
        var (person, body) = await RegisterAsync();
        var name = await NameAsync(person);
        var old = await NewKeys().Reload(default);
        var wrapped = await AskAsync<byte[]>("select wrapped from keys.persons where person = $1", person);
        var key = await AskAsync<Guid>("select key from keys.persons where person = $1", person);

        (await RotateAsync()).ShouldBe(await AskAsync<long>("select count(*) from keys.persons"));

        var now = await NewKeys().Reload(default);
        now.Id.ShouldNotBe(old.Id);
        Files().ShouldBe([$"master-{now.Id:N}.key"]);
        Should.Throw<CryptographicException>(() => now.Unwrap(person, key, wrapped));
        (await AskAsync<byte[]>("select wrapped from keys.persons where person = $1", person)).ShouldNotBe(wrapped);
        (await AskAsync<long>("select count(*) from keys.national_ids where master <> (select id from keys.masters)")).ShouldBe(0);
        (await AskAsync<long>("select count(*) from keys.persons p full join keys.national_ids n using (person) where p.person is null or n.person is null")).ShouldBe(0);

        (await NameAsync(person)).ShouldBe(name);
        (await host.PutAsync("hr-officer", $"/api/people/{person}", body)).ShouldRecord(0);
        (await host.PutAsync("hr-officer", $"/api/people/{Guid.NewGuid()}", body)).ShouldRefuse(409, "person.duplicate");
    }

    [Fact]
    public async Task A_ledger_whose_key_was_replaced_by_another_process_registers_at_once()
    {
        await RegisterAsync();
        await RotateAsync();
        await RegisterAsync();
    }

    [Fact]
    public async Task Registrations_that_race_with_rotations_are_recorded_or_told_to_repeat()
    {
        var people = Enumerable.Range(0, 12).Select(_ => (Person: Guid.NewGuid(), Body: DemoLedger.Person(Interlocked.Increment(ref last)))).ToArray();
        var rotating = Task.Run(async () =>
        {
            for (var i = 0; i < 3; i++) await RotateAsync();
        });
        var answers = await Task.WhenAll(people.Select(p => host.PutAsync("hr-officer", $"/api/people/{p.Person}", p.Body)));
        await rotating;
        foreach (var answer in answers.Where(a => a.Status != 201)) answer.ShouldRefuse(409, "ledger.concurrent-change");
        foreach (var (person, body) in people)
        {
            (await host.PutAsync("hr-officer", $"/api/people/{person}", body)).Status.ShouldBeOneOf(200, 201);
            (await NameAsync(person)).ShouldNotBeNull();
            (await host.EventsAsync(person)).ShouldBe(1);
        }
        Files().Length.ShouldBe(1);
    }

    [Fact]
    public async Task Reading_while_the_key_is_replaced_never_fails()
    {
        var (person, _) = await RegisterAsync();
        var rotating = Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++) await ActivatorUtilities.CreateInstance<MasterKeyRotation>(host.Services).Run(default);
        });
        do (await host.GetAsync("hr-officer", $"/api/people/{person}")).Status.ShouldBe(200);
        while (!rotating.IsCompleted);
        await rotating;
    }

    [Fact]
    public async Task Two_rotations_at_once_follow_each_other()
    {
        var (person, _) = await RegisterAsync();
        await Task.WhenAll(RotateAsync(), RotateAsync());
        (await NameAsync(person)).ShouldNotBeNull();
        Files().Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_rotation_that_fails_changes_nothing_and_leaves_no_key_behind()
    {
        var (person, _) = await RegisterAsync();
        var files = Files();
        var wrapped = await AskAsync<byte[]>("select wrapped from keys.persons where person = $1", person);
        await AskAsync<int>("with t as (update keys.persons set wrapped = decode(repeat('00', 60), 'hex') where person = $1 returning 1) select 1 from t", person);
        await Should.ThrowAsync<CryptographicException>(RotateAsync);
        Files().ShouldBe(files);
        await using var mend = host.Database.CreateCommand("update keys.persons set wrapped = $2 where person = $1");
        mend.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = person }, new() { Value = wrapped } });
        await mend.ExecuteNonQueryAsync();
        (await NameAsync(person)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_a_crash_left_of_the_old_key_is_destroyed_at_the_next_start()
    {
        var file = Path.Combine(Keys, Files().Single());
        var secret = await File.ReadAllBytesAsync(file);
        await RotateAsync();
        File.Exists(file).ShouldBeFalse();
        await File.WriteAllBytesAsync(file, secret); // the crash came before the file was deleted
        await using (await LedgerHost.StartAsync(host.ConnectionString, host.Folder)) { }
        File.Exists(file).ShouldBeFalse();
        Files().Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_ledger_without_its_master_key_does_not_start_and_makes_no_other()
    {
        var empty = Directory.CreateTempSubdirectory("ledger-keyless-").FullName;
        try
        {
            (await Should.ThrowAsync<Api.Hosting.HostingProblem>(() => NewKeys(empty).Reload(default))).Code.ShouldBe("keys.master-missing");
            await Should.ThrowAsync<Exception>(async () => await (await LedgerHost.StartAsync(host.ConnectionString, empty)).DisposeAsync());
            Directory.GetFiles(empty, "master-*", SearchOption.AllDirectories).ShouldBeEmpty();
            (await AskAsync<long>("select count(*) from keys.masters")).ShouldBe(1);
        }
        finally
        {
            Directory.Delete(empty, recursive: true);
        }
    }
}
