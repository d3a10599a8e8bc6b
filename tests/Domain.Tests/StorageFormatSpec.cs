using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Tests;

/// <summary>What every event looks like when stored: named by an explicit map, made of a few plain kinds of value, nothing lost, nothing guessed.</summary>
public partial class StorageFormatSpec
{
    private static readonly Type[] Plain = [typeof(Guid), typeof(string), typeof(bool), typeof(int), typeof(long), typeof(DateOnly)];

    private static readonly Type[] AllEvents = [.. typeof(LedgerEvent).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(LedgerEvent)) && !t.IsAbstract)];

    private static readonly HashSet<Type> Everything = [.. AllEvents.SelectMany(Within)];

    public static TheoryData<Type> Events => [.. AllEvents];

    /// <summary>Events, the records inside them, those inside these, and who acts, which stands in every event's header.</summary>
    public static TheoryData<Type> Records => [.. Everything.Append(typeof(Actor)).Where(t => !t.IsEnum && !Plain.Contains(t))];

    public static TheoryData<Type> Enums => [.. Everything.Where(t => t.IsEnum)];

    [Fact]
    public void What_is_stored_is_found_to_its_depth() => Everything.ShouldContain(typeof(EvidenceKind));

    [Theory, MemberData(nameof(Records))]
    public void A_stored_record_is_sealed_and_made_whole_by_its_one_constructor(Type record)
    {
        record.IsSealed.ShouldBeTrue();
        record.GetMethod("<Clone>$").ShouldNotBeNull("it is no record");
        record.GetConstructors().ShouldHaveSingleItem();
        record.GetProperties().Where(p => p.CanWrite).Select(p => p.Name).ShouldBe(Parameters(record).Select(p => p.Name!), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Records))]
    public void A_stored_record_names_each_of_its_parameters_once(Type record)
    {
        var names = record.GetCustomAttribute<StoredAttribute>(inherit: false).ShouldNotBeNull("it says nothing of its stored names").Names;
        names.Count.ShouldBe(Parameters(record).Length);
        names.ShouldBeUnique();
        names.Where(n => !Camel().IsMatch(n)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Records))]
    public void A_stored_record_inherits_nothing_that_is_stored(Type record) =>
        record.BaseType.ShouldBeOneOf(typeof(object), typeof(LedgerEvent));

    [Theory, MemberData(nameof(Events))]
    public void An_event_about_a_person_says_so_and_stores_the_person_by_that_name(Type e)
    {
        var names = e.GetCustomAttribute<StoredAttribute>()!.Names;
        var person = Array.FindIndex(Parameters(e), p => p.Name == nameof(IAbout.Person) && p.ParameterType == typeof(Guid));
        e.IsAssignableTo(typeof(IAbout)).ShouldBe(person >= 0);
        if (person >= 0) names[person].ShouldBe("person");
    }

    [Theory, MemberData(nameof(Enums))]
    public void Each_member_of_a_stored_enum_has_a_stored_name(Type type)
    {
        var names = type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name).ToArray();
        names.ShouldNotBeEmpty();
        names.ShouldBeUnique();
        names.Where(n => n is null || !Kebab().IsMatch(n)).ShouldBeEmpty();
    }

    [Fact]
    public void No_two_events_share_a_name() => AllEvents.Select(e => e.Name).ShouldBeUnique();

    [Theory]
    [InlineData(typeof(double)), InlineData(typeof(float)), InlineData(typeof(decimal)), InlineData(typeof(DateTime)), InlineData(typeof(object)), InlineData(typeof(int[]))]
    public void What_has_no_one_stored_form_is_refused_in_an_event(Type type) =>
        Should.Throw<NotSupportedException>(() => Within(type).ToArray());

    /// <summary>
    /// A type and all that is stored inside it. Only the plain kinds, enums, value lists and records of the Domain have one stored form;
    /// floating-point and decimal numbers above all have none (docs/formats/event.md: the canonical form knows integers alone).
    /// </summary>
    private static IEnumerable<Type> Within(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Within(value);
        if (type.IsEnum || Plain.Contains(type)) return [type];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) return Within(type.GenericTypeArguments[0]);
        if (type.Assembly != typeof(LedgerEvent).Assembly) throw new NotSupportedException($"{type} has no one stored form.");
        return [type, .. Parameters(type).Select(p => p.ParameterType).Concat(type.GenericTypeArguments).SelectMany(Within)];
    }

    private static ParameterInfo[] Parameters(Type record) => record.GetConstructors().Single().GetParameters();

    [GeneratedRegex("^[a-z][a-zA-Z0-9]*$")]
    private static partial Regex Camel();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Kebab();
}
