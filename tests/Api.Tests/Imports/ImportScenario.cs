using System.Text;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Imports;

/// <summary>Files over HTTP, on a ledger with the demo programme in it.</summary>
public sealed class ImportScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private LedgerHost Host => demo.Host;

    [Fact]
    public async Task Good_rows_are_recorded_and_each_bad_one_comes_back_with_its_place_and_code()
    {
        var file = new[]
        {
            "national_id,name_th,personnel,synthetic,post,agency,level,post_from",
            $"{ImportRig.Person(101)},1,OCSC,K1,2025-10-01",
            "1234567890123,นายตัวอย่าง ผิดหลัก,civil-servant,true,,,,",
            "12345,นายตัวอย่าง สั้น,civil-servant,true,,,,",
            $"{DemoLedger.NationalId(102)},,civil-servant,true,,,,",
            $"{DemoLedger.NationalId(103)},นายตัวอย่าง ประเภท,minister,true,,,,",
            $"{ImportRig.Person(104)},2,OCSC,K9,2025-10-01",
            $"{ImportRig.Person(105)},3,OCSC,,2568-10-01",
            $"{ImportRig.Person(106)},4,,,2025-10-01",
            $"{ImportRig.Person(107)},,,,",
        };
        var imported = await Host.ImportAsync("hr-officer", "people", ImportRig.Csv(file));
        imported.Counts.ShouldBe((2, 0, 7));
        imported.Refused.ShouldBe(
        [
            (3, "national_id", "person.wrong-check-digit"),
            (4, "national_id", "person.malformed-national-id"),
            (5, "name_th", "import.empty"),
            (6, "personnel", "import.unknown-value"),
            (7, "level", "post.unknown-level"),
            (8, "post_from", "import.buddhist-year"),
            (9, "agency", "import.empty"),
        ]);
        (await Host.ImportAsync("hr-officer", "people", ImportRig.Csv(file))).Counts.ShouldBe((0, 2, 7));
    }

    [Fact]
    public async Task A_windows_874_file_with_Thai_is_recorded_like_the_same_file_in_UTF_8()
    {
        var text = $"เลขประจำตัวประชาชน,ชื่อ-สกุล,ประเภทบุคลากร,ข้อมูลสมมติ\n{DemoLedger.NationalId(111)},นางสาวกานดา สมมติดี,ข้าราชการ,true\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        (await Host.ImportAsync("hr-officer", "people", ImportRig.Csv(Encoding.GetEncoding(874).GetBytes(text)), "?encoding=windows-874")).Counts.ShouldBe((1, 0, 0));
        (await Host.ImportAsync("hr-officer", "people", ImportRig.Csv(Encoding.UTF8.GetBytes(text)))).Counts.ShouldBe((0, 1, 0));
        (await Host.ImportAsync("hr-officer", "people", ImportRig.Csv(Encoding.GetEncoding(874).GetBytes(text.Replace("เลข", "national_id").Replace("ประจำตัวประชาชน", ""))), "?encoding=windows-874")).Counts.ShouldBe((0, 1, 0));
    }

    [Fact]
    public async Task Completions_are_judged_like_single_ones()
    {
        var (who, course) = (DemoLedger.Trainee, DemoLedger.Course);
        var imported = await Host.ImportAsync("training-officer", "completions", ImportRig.Csv(
            "person,national_id,course,วันที่สำเร็จ (พ.ศ.),evidence_kind,evidence_reference",
            $"{who},,{course},20/03/2569,attendance,B-1",
            $",2345678901234,{course},20/03/2569,attendance,B-1",
            $"{who},2345678901234,{course},21/03/2569,attendance,B-1",
            $"{who},,{course},20/03/2569,transcript,B-1",
            $"{who},,{course},31/12/2567,attendance,B-2",
            $"{who},,{course},01/01/9999,attendance,B-3",
            $"{who},,{course},20/03/2026,attendance,B-4",
            $"{Guid.NewGuid()},,{course},20/03/2569,attendance,B-5",
            $",{DemoLedger.NationalId(999)},{course},20/03/2569,attendance,B-6",
            $"{DemoLedger.Candidate},2345678901234,{course},20/03/2569,attendance,B-7",
            $",,{course},20/03/2569,attendance,B-8",
            $"{who},,{Guid.NewGuid()},20/03/2569,attendance,B-9",
            $"{who},,{DemoLedger.Examiner},20/03/2569,attendance,B-10"));
        imported.Counts.ShouldBe((2, 1, 10));
        imported.Refused.ShouldBe(
        [
            (5, null, "completion.already-recorded"),
            (6, "วันที่สำเร็จ (พ.ศ.)", "completion.before-course"),
            (7, "วันที่สำเร็จ (พ.ศ.)", "completion.in-future"),
            (8, "วันที่สำเร็จ (พ.ศ.)", "import.common-year"),
            (9, "person", "person.missing"),
            (10, "national_id", "person.missing"),
            (11, "person", "import.person-mismatch"),
            (12, "person", "import.person-unnamed"),
            (13, "course", "course.missing"),
            (14, null, "ledger.other-kind"),
        ]);
    }

    [Fact]
    public async Task Results_are_judged_like_single_ones()
    {
        const string Header = "person,framework,unit,level,grade,score,instrument,examiners,assessed_on,evidence_kind,evidence_reference";
        var (who, by) = (DemoLedger.Trainee, DemoLedger.Examiner);
        var imported = await Host.ImportAsync("examiner", "results", ImportRig.Csv(Header,
            $"{who},DEMO-2569,DEMO-DATA-101,4,competent,87.50,แฟ้มสะสมผลงาน,{by};{DemoLedger.SecondExaminer},2026-06-15,score-sheet,R-1",
            $"{who},DEMO-2569,DEMO-DATA-101,4,not-yet-competent,20.00,portfolio,{by},2026-06-15,score-sheet,R-1",
            $"{who},DEMO-2569,DEMO-DATA-101,7,competent,,portfolio,{by},2026-06-15,score-sheet,R-2",
            $"{who},DEMO-2569,DEMO-NONE-999,4,competent,,portfolio,{by},2026-06-15,score-sheet,R-3",
            $"{who},NONE-2569,DEMO-DATA-101,4,competent,,portfolio,{by},2026-06-15,score-sheet,R-4",
            $"{who},DEMO-2569,DEMO-DATA-101,4,competent,,portfolio,{who},2026-06-15,score-sheet,R-5",
            $"{who},DEMO-2569,DEMO-DATA-101,4,competent,,portfolio,{Guid.NewGuid()},2026-06-15,score-sheet,R-6",
            $"{who},DEMO-2569,DEMO-DATA-101,4,competent,100.01,portfolio,{by},2026-06-15,score-sheet,R-7",
            $"{who},DEMO-2569,DEMO-DATA-101,4,competent,,portfolio,,2026-06-15,score-sheet,R-8",
            $"{who},DEMO-2569,DEMO-DATA-101,4,competent,,portfolio,{by},1026-06-15,score-sheet,R-9"));
        imported.Counts.ShouldBe((1, 0, 9));
        imported.Refused.ShouldBe(
        [
            (3, null, "result.already-declared"),
            (4, "level", "framework.no-such-level"),
            (5, "unit", "framework.no-such-unit"),
            (6, "framework", "framework.missing"),
            (7, "examiners", "result.own-examiner"),
            (8, "examiners", "result.unknown-examiner"),
            (9, "score", "result.bad-score"),
            (10, "examiners", "result.bad-examiners"),
            (11, "assessed_on", "day.implausible"),
        ]);
    }

    [Fact]
    public async Task A_framework_version_is_recorded_whole_or_not_at_all()
    {
        const string Header = "framework,kind,code,title_en,levels,source,certainty";
        var imported = await Host.ImportAsync("framework-keeper", "frameworks", ImportRig.Csv(Header,
            "T-1,unit,A,One,1;2,test,synthetic", "T-2,unit,A,One,,test,synthetic", "T-1,unit,B,Two,,test,synthetic",
            "T-2,unit,B,Two,9,test,synthetic", "T-3,unit,A,One,,test,synthetic", "T-3,skill,A,One again,,test,synthetic"));
        imported.Counts.ShouldBe((2, 0, 4));
        imported.Refused.ShouldBe([(3, null, "import.other-row-refused"), (5, "levels", "framework.bad-levels"), (6, null, "import.other-row-refused"), (7, "code", "framework.duplicate-code")]);

        (await Host.ImportAsync("framework-keeper", "frameworks", ImportRig.Csv(Header, "T-1,unit,A,One,1;2,test,synthetic")))
            .Refused.ShouldBe([(2, "framework", "framework.immutable")]);
        (await Host.PutAsync("framework-keeper", "/api/frameworks/T-4", ImportRig.Csv("kind,code,title_en,source,certainty", "unit,A,One,test,synthetic"))).ShouldRecord(1);
        (await Host.PutAsync("framework-keeper", "/api/frameworks/T-4", ImportRig.Csv(Header, "T-5,unit,A,One,,test,synthetic"))).ShouldRefuse(422, "import.other-framework");
        (await Host.PutAsync("framework-keeper", "/api/frameworks/T-6", ImportRig.Csv(Header))).ShouldRefuse(422, "framework.empty");
    }

    [Fact]
    public async Task A_row_whose_id_belongs_to_something_else_takes_no_other_row_with_it()
    {
        var imported = await Host.ImportAsync("training-officer", "completions", ImportRig.Csv(["completion," + ImportRig.Completions,
            .. Enumerable.Range(1, 9).Select(i => $"{(i == 5 ? DemoLedger.Trainee : Guid.NewGuid())},{DemoLedger.Trainee},{DemoLedger.Course},2026-03-20,attendance,K-{i}")]));
        imported.Counts.ShouldBe((8, 0, 1));
        imported.Refused.ShouldBe([(6, null, "ledger.other-kind")]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_as_a_whole_or_by_this_person_is_a_problem()
    {
        (await Host.PostAsync("hr-officer", "/api/imports/people", ImportRig.Csv("national_id,name_th"))).ShouldRefuse(422, "import.missing-column");
        (await Host.PostAsync("hr-officer", "/api/imports/people", ImportRig.Csv([0xFF, 0xFE, 0x41, 0]))).ShouldRefuse(422, "import.not-utf-8");
        (await Host.PostAsync("hr-officer", "/api/imports/people?encoding=tis-620", ImportRig.Csv(ImportRig.People))).ShouldRefuse(422, "import.unknown-encoding");
        (await Host.PostAsync("hr-officer", "/api/imports/people", new { })).ShouldRefuse(415, "request.not-csv");
        (await Host.PostAsync("hr-officer", "/api/imports/dogs", ImportRig.Csv(ImportRig.People))).ShouldRefuse(404, "import.unknown-kind");
        (await Host.PostAsync("examiner", "/api/imports/people", ImportRig.Csv(ImportRig.People))).ShouldRefuse(403, "identity.duty-missing");

        var cut = await Host.ImportAsync("hr-officer", "people", ImportRig.Csv([.. Encoding.UTF8.GetBytes($"{ImportRig.People}\n{ImportRig.Person(131)}\n"), 0xFF]));
        (cut.Stopped, cut.Counts).ShouldBe(("import.not-utf-8", (0L, 0L, 0L)));
    }
}
