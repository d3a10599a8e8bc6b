using CredentialLedger.Domain.Framework;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Framework;

public class FrameworkVersionSpec
{
    [Fact]
    public void A_unit_is_assessed_at_the_levels_that_it_has()
    {
        TheFramework.Refuses(UnitCode, 3).ShouldBeNull();
        TheFramework.Refuses(UnitCode, 4).ShouldBeNull();
        TheFramework.Refuses(UnitCode, 5).ShouldBe(FrameworkVersion.NoSuchLevel);
        TheFramework.Refuses(UnitCode, null).ShouldBe(FrameworkVersion.NoSuchLevel);
    }

    [Fact]
    public void A_unit_without_levels_is_assessed_at_none()
    {
        TheFramework.Refuses(PlainUnit, null).ShouldBeNull();
        TheFramework.Refuses(PlainUnit, 3).ShouldBe(FrameworkVersion.NoSuchLevel);
    }

    [Fact]
    public void What_groups_units_is_not_assessed() => TheFramework.Refuses(Area, null).ShouldBe(FrameworkVersion.NoSuchUnit);

    [Fact]
    public void Codes_are_compared_letter_by_letter() => TheFramework.Refuses(UnitCode.ToLowerInvariant(), 3).ShouldBe(FrameworkVersion.NoSuchUnit);

    [Fact]
    public void The_stream_follows_from_the_code() => FrameworkVersion.IdOf("TPQI-2560").ShouldNotBe(FrameworkVersion.IdOf("TPQI-2567"));
}
