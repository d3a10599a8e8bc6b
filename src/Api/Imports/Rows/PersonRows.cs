using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Api.People;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Projections.Writing;

namespace CredentialLedger.Api.Imports.Rows;

/// <summary>A person, perhaps with a post. Without an id it is whoever has the national id, or somebody new.</summary>
public sealed record PersonRow(CsvRow Source, Guid? Person, RegisterPersonEndpoint.Body Registration, HoldPost? Post) : IRow;

/// <summary>Rows of persons.</summary>
public sealed class PersonRows(UnitOfWork work, MasterKeys masters, PersonKeys keyStore, NationalIds nationalIds) : IRows<PersonRows, PersonRow>
{
    private MasterKey master = null!;
    private Dictionary<string, Guid> known = [];
    private Dictionary<string, Guid> assigned = [];
    private Dictionary<Guid, PersonKey> keys = [];

    /// <inheritdoc/>
    public static ColumnSet Columns { get; } = new(
    [
        new("person", ["รหัสบุคคล"]),
        new("name_th", ["ชื่อ-สกุล", "ชื่อและนามสกุล"], PlainText.MaxTitle),
        new("name_en", ["ชื่อ-สกุลภาษาอังกฤษ"], PlainText.MaxTitle),
        new("national_id", ["เลขประจำตัวประชาชน", "เลขบัตรประชาชน"]),
        new("personnel", ["ประเภทบุคลากร"]),
        new("synthetic", ["ข้อมูลสมมติ"]),
        new("post", ["เลขที่ตำแหน่ง"], 100),
        new("agency", ["รหัสหน่วยงาน"], 100),
        new("unit", ["กลุ่มงาน"]),
        new("level", ["ระดับตำแหน่ง"]),
        new("supervisor", ["เลขที่ตำแหน่งผู้บังคับบัญชา"], 100),
        .. ColumnSet.Date("post_from", "วันที่ดำรงตำแหน่ง", "from"),
    ], [["name_th"], ["national_id"], ["personnel"]]);

    /// <inheritdoc/>
    public static (PersonRow? Row, Fault? Fault) Read(CsvRow row)
    {
        var fields = new Fields(row);
        var nationalId = fields.Text("national_id");
        if (nationalId.Length > 0 && RegisterPerson.Flaw(nationalId) is { } flaw) fields.Refuse(flaw, "national_id");
        var name = new PersonName(fields.Text("name_th"), fields.Optional("name_en"));
        if (name.Th.Length > 0 && RegisterPerson.Flaw(name) is { } badName) fields.Refuse(badName, "name_th");
        var body = new RegisterPersonEndpoint.Body(name, nationalId,
            fields.Value("personnel", Values.Personnel), fields.Optional("synthetic") is not null && fields.Value("synthetic", Values.Truths));
        var read = new PersonRow(row, fields.OptionalId("person"), body, Post(fields));
        return fields.Fault is { } fault ? (null, fault) : (read, null);
    }

    private static HoldPost? Post(Fields fields) =>
        fields.HasAny("post", "agency", "unit", "level", "supervisor", "post_from", "post_from_be")
            ? new(fields.Text("post"), fields.Text("agency"), fields.Optional("unit"), fields.Optional("level"), fields.Date("post_from"), fields.Optional("supervisor")) : null;

    /// <inheritdoc/>
    public async Task Load(IReadOnlyCollection<PersonRow> rows, CancellationToken token)
    {
        // Read anew for each batch: another process may replace the master key during a long import.
        master = await masters.Reload(token);
        known = new(await nationalIds.Find([.. rows.Select(r => r.Registration.NationalId)], master, token));
        // Somebody new gets a random id; the same one in every row of the batch that has the same national id.
        assigned = rows.Where(r => r.Person is null).Select(r => r.Registration.NationalId).Distinct().Where(id => !known.ContainsKey(id)).ToDictionary(id => id, _ => Guid.NewGuid());
        var persons = rows.Select(PersonOf).Distinct().ToArray();
        keys = new(await keyStore.Get(persons, token));
        await work.Load(persons, token);
    }

    /// <inheritdoc/>
    public async Task<Settled> Decide(PersonRow row, Batch batch, CancellationToken token)
    {
        var id = PersonOf(row);
        var state = await work.Fold<Person>(id, token);
        var key = keys.GetValueOrDefault(id) ?? PersonKey.New(id);
        var register = Registrar.Seal(id, AsRegistered(row.Registration, state, key), key).Decide(state, known.TryGetValue(row.Registration.NationalId, out var holder) ? holder : null);
        if (register.Rejection is { } why) return Settled.Refused(row.Source, row.Source.Rejected(why));

        // Both are decided before either is appended: a row is recorded whole or not at all.
        var registered = register.Events.Aggregate(state, Person.Evolve);
        var hold = row.Post?.Decide(registered, batch.By) ?? Outcome.NothingToDo;
        if (hold.Rejection is { } not) return Settled.Refused(row.Source, row.Source.Rejected(not));

        if (register.Events.Count > 0) Register(row, id, key, register, batch);
        if (row.Post is { } post) work.Append(id, hold.Events, batch.By, Commands.IdOf<HoldPost>(id.Key(), post.Agency, post.Post, post.From.Iso()));
        return Settled.Done(row.Source, register.Events.Count + hold.Events.Count);
    }

    // Who has another name by now is the same person under it; a name that nobody recorded a change to is refused.
    private static RegisterPersonEndpoint.Body AsRegistered(RegisterPersonEndpoint.Body row, Person? known, PersonKey key) =>
        known is { Renamed: not null, IsErased: false } && key.NameOf(known) == row.Name ? row with { Name = key.Open<PersonRegistered, PersonName>("name", known.Registered.Name) } : row;

    private void Register(PersonRow row, Guid id, PersonKey key, Outcome register, Batch batch)
    {
        Registrar.Keep(work, row.Registration.NationalId, key, master);
        work.Append(id, register.Events, batch.By, Commands.IdOf<RegisterPerson>(id.Key()));
        known[row.Registration.NationalId] = id;
        keys[id] = key;
    }

    private Guid PersonOf(PersonRow row) =>
        row.Person ?? (known.TryGetValue(row.Registration.NationalId, out var holder) ? holder : assigned[row.Registration.NationalId]);
}
