package cn.suinian.core.holder.bulk;

import static cn.suinian.core.holder.register.Counter.AUDITOR;
import static cn.suinian.core.holder.register.Counter.CLERK;
import static cn.suinian.core.holder.register.Counter.OTHER_CLERK;
import static cn.suinian.core.holder.register.Counter.SUPERVISOR;
import static cn.suinian.core.holder.register.Counter.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.bulk.sheet.Workbooks;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.lookup.FullRecord;
import cn.suinian.core.holder.lookup.SearchText;
import cn.suinian.core.holder.register.Counter;
import cn.suinian.core.holder.register.GivenDocument;
import cn.suinian.core.holder.register.Registered;
import cn.suinian.core.holder.register.Registration;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.staff.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class BulkRegistrationTest {
    private static BulkDesk desk;

    @BeforeAll
    static void open(Database database) throws Exception {
        desk = new BulkDesk(database);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void aCommunityBecomesHoldersWithEverythingThatTheirRowsSay() throws Exception {
        Map<String, String> somebody = People.with(People.somebody(), "银行账号", "6222 0212 3456");
        somebody = People.with(somebody, "人群类别", "低保");
        somebody = People.with(somebody, "类别起始日期", "2026年1月5日");
        somebody = People.with(somebody, "类别依据", "低保证");
        List<Map<String, String>> rows = new ArrayList<>(List.of(somebody));
        rows.addAll(People.many(40));
        long fileNo = desk.received(Workbooks.ofPeople(rows));
        desk.work();
        assertThat(desk.files.file(CLERK, fileNo).state()).isEqualTo(BulkState.CHECKED);
        assertThat(desk.counter.ask("SELECT count(*) FROM bulk_registration WHERE file_no = " + fileNo))
                .isEqualTo("0");
        desk.files.start(SUPERVISOR, fileNo);
        desk.work();
        BulkFile file = desk.files.file(CLERK, fileNo);
        assertThat(file.state()).isEqualTo(BulkState.DONE);
        assertThat(file.tally()).isEqualTo(new Tally(0, 41, 0, 0, 0, 0, 0));
        assertThat(file.startedAs()).isEqualTo("supervisor-1");
        long holder = Long.parseLong(
                desk.counter.ask("SELECT holder_id FROM bulk_registration WHERE row_no = 2 AND file_no = " + fileNo));
        FullRecord record = desk.counter.register.show(CLERK, holder, "核对证件信息");
        assertThat(record.name()).isEqualTo(somebody.get("姓名"));
        assertThat(record.documents()).containsValue(somebody.get("证件号码"));
        assertThat(record.phone()).isEqualTo(somebody.get("联系电话"));
        assertThat(record.bankAccount()).isEqualTo("622202123456");
        assertThat(desk.counter.ask(
                        "SELECT district || ' ' || valid_from FROM holder_hukou WHERE holder_id = " + holder))
                .isEqualTo("2 2001-02-03");
        assertThat(desk.counter.ask(
                        "SELECT category || ' ' || valid_from FROM holder_category WHERE holder_id = " + holder))
                .isEqualTo("LOW_INCOME 2026-01-05");
        assertThat(desk.counter.register.page(CLERK, holder).statements()).hasSize(2);
        assertThat(desk.counter
                        .register
                        .find(CLERK, SearchText.of(somebody.get("证件号码")))
                        .hits())
                .hasSize(1);
        assertThat(desk.counter.ask("SELECT count(*) FROM bulk_row WHERE file_no = " + fileNo))
                .isEqualTo("0");
        assertThat(desk.counter.ask("SELECT string_agg(act || ' ' || actor, ', ' ORDER BY entry_no) FROM audit_log"
                        + " WHERE subject_kind = 'BULK_FILE' AND subject = '" + fileNo + "'"))
                .isEqualTo("BULK_FILE_RECEIVED clerk-1, BULK_FILE_CHECKED clerk-1, BULK_FILE_STARTED supervisor-1, "
                        + "BULK_ROWS_REGISTERED supervisor-1, BULK_FILE_DONE supervisor-1");
    }

    @Test
    void whoeverIsRegisteredIsFoundAndNotRegisteredAgain() throws Exception {
        List<Map<String, String>> rows = People.many(5);
        BulkFile first = desk.through(People.csv(rows.subList(0, 3)));
        BulkFile second = desk.through(People.csv(rows));
        assertThat(second.tally()).isEqualTo(new Tally(0, 2, 0, 3, 0, 0, 0));
        String holder = desk.counter.ask(
                "SELECT holder_id FROM bulk_registration WHERE row_no = 4 AND file_no = " + first.fileNo());
        assertThat(desk.csv(second.fileNo())).contains("4,", "ALREADY_REGISTERED", "holder " + holder);
        assertThat(desk.counter.ask(
                        "SELECT count(*) FROM audit_log WHERE act = 'BULK_ROWS_CHECKED' AND after LIKE '%met=%" + holder
                                + "%'"))
                .isEqualTo("1");
    }

    @Test
    void theSameFileIsTakenOnceUntilItIsForgotten() throws Exception {
        byte[] content = People.csv(People.many(2));
        BulkRegistration.Receipt first = desk.files.receive(CLERK, "a.csv", content);
        assertThat(desk.files.receive(SUPERVISOR, "b.csv", content))
                .isEqualTo(new BulkRegistration.Receipt(first.fileNo(), true));
        desk.files.cancel(CLERK, first.fileNo());
        assertThat(desk.files.receive(CLERK, "a.csv", content).again()).isFalse();
    }

    @Test
    void aPersonWhoIsTwiceInTheFileIsRegisteredOnceEvenIfTheFirstRowIsWrong() throws Exception {
        Map<String, String> a = People.somebody();
        Map<String, String> b = People.somebody();
        BulkFile file = desk.through(People.csv(List.of(
                a,
                People.with(b, "联系电话", "12"),
                People.with(a, "姓名", "批量别名"),
                b,
                People.with(b, "证件号码", b.get("证件号码").toLowerCase(java.util.Locale.ROOT)))));
        assertThat(file.tally()).isEqualTo(new Tally(0, 2, 1, 0, 0, 2, 0));
        assertThat(desk.faults(CLERK, file.fileNo()))
                .containsEntry(3, List.of("PHONE_WRONG at PHONE"))
                .containsEntry(4, List.of("TWICE_IN_FILE at DOCUMENT_NUMBER"))
                .containsEntry(6, List.of("TWICE_IN_FILE at DOCUMENT_NUMBER"));
        assertThat(desk.csv(file.fileNo())).contains("第 2 行 row 2", "第 5 行 row 5");
    }

    @Test
    void namesakesWaitForAClerkWhoSaysOtherOrSame() throws Exception {
        Map<String, String> registered = People.somebody();
        long holder = desk.counter.registered(Counter.with(
                new GivenDocument(DocumentKind.RESIDENT_CARD, registered.get("证件号码")), registered.get("姓名")));
        String pass = "H" + String.format("%08d", holder);
        Map<String, String> asPermit = People.with(registered, "证件类型", "回乡证");
        asPermit = People.with(asPermit, "证件号码", pass);
        asPermit = People.with(asPermit, "性别", "男");
        String born = registered.get("证件号码").substring(6, 14);
        asPermit = People.with(asPermit, "出生日期", born);
        asPermit = People.with(asPermit, "出生日期依据", "回乡证");
        Map<String, String> third = People.with(asPermit, "证件号码", "M" + pass.substring(1));
        BulkFile file = desk.through(People.csv(List.of(asPermit, People.somebody(), third)));
        assertThat(file.tally()).isEqualTo(new Tally(0, 1, 0, 0, 2, 0, 0));
        List<AlikeRow> waiting = desk.files.listAlike(CLERK, file.fileNo(), 0, 10);
        assertThat(waiting).extracting(AlikeRow::rowNo).containsExactly(2, 4);
        assertThat(waiting.get(0).holders())
                .singleElement()
                .satisfies(hit -> assertThat(hit.holderId()).isEqualTo(holder));
        assertThat(waiting.get(0).document()).startsWith("H0").contains("***").doesNotContain(pass);
        assertThat(refusal(() -> desk.files.registerOther(CLERK, file.fileNo(), 2, Set.of())))
                .isEqualTo("STILL_ALIKE");
        long other = desk.files.registerOther(CLERK, file.fileNo(), 2, Set.of(holder));
        assertThat(desk.counter.ask("SELECT row_no FROM bulk_registration WHERE holder_id = " + other))
                .isEqualTo("2");
        assertThat(refusal(() -> desk.files.registerOther(CLERK, file.fileNo(), 2, Set.of(holder))))
                .isEqualTo("NOT_WAITING");
        desk.files.leaveOut(CLERK, file.fileNo(), 4);
        BulkFile decided = desk.files.file(CLERK, file.fileNo());
        assertThat(decided.tally()).isEqualTo(new Tally(0, 2, 0, 0, 0, 0, 1));
        assertThat(desk.counter.ask("SELECT count(*) FROM bulk_row WHERE file_no = " + file.fileNo()))
                .isEqualTo("0");
        assertThat(desk.faults(CLERK, file.fileNo())).containsOnlyKeys(4);
    }

    @Test
    void rowsAboutHoldersOfOtherDistrictsAreLooksOfTheDayAndThenErrors() throws Exception {
        List<Map<String, String>> theirs = People.many(3);
        for (Map<String, String> each : theirs) {
            Registration here =
                    Counter.with(new GivenDocument(DocumentKind.RESIDENT_CARD, each.get("证件号码")), each.get("姓名"));
            assertThat(desk.counter.register.register(
                            OTHER_CLERK,
                            new Registration(
                                    here.documents(),
                                    here.name(),
                                    here.birth(),
                                    null,
                                    here.contact(),
                                    new Registration.Residence(District.LUOHU, null, null, null),
                                    List.of(),
                                    "2026-01",
                                    null,
                                    Set.of())))
                    .isInstanceOf(Registered.NewHolder.class);
        }
        Map<String, String> namesake = People.with(People.with(theirs.get(0), "证件类型", "台胞证"), "证件号码", "81818282");
        namesake = People.with(People.with(namesake, "性别", "男"), "出生日期依据", "台胞证");
        namesake = People.with(namesake, "出生日期", theirs.get(0).get("证件号码").substring(6, 14));
        desk.counter.ask("INSERT INTO elsewhere_use VALUES ('staff 1', '" + Counter.TODAY + "', 'LOOK', 98)");
        BulkFile file = desk.through(
                People.csv(List.of(namesake, theirs.get(1), theirs.get(2), People.somebody(), theirs.get(0))));
        assertThat(file.tally())
                .as("of somebody unknown nothing is said either")
                .isEqualTo(new Tally(0, 0, 3, 1, 1, 0, 0));
        assertThat(desk.faults(CLERK, file.fileNo()))
                .containsEntry(3, List.of("ALREADY_REGISTERED at DOCUMENT_NUMBER"))
                .containsEntry(4, List.of("ENOUGH_ELSEWHERE at DOCUMENT_NUMBER"))
                .containsEntry(5, List.of("ENOUGH_ELSEWHERE at DOCUMENT_NUMBER"))
                .containsEntry(6, List.of("ENOUGH_ELSEWHERE at DOCUMENT_NUMBER"));
        assertThat(desk.files.listAlike(CLERK, file.fileNo(), 0, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.holders())
                        .singleElement()
                        .satisfies(each -> assertThat(each.seen()).isNull()));
        assertThat(desk.counter.ask("DELETE FROM elsewhere_use WHERE actor = 'staff 1' RETURNING uses"))
                .as("what was counted at the check is not counted again")
                .isEqualTo("100");
    }

    @Test
    void namesakesWithinTheFileAreFoundAcrossChunks() throws Exception {
        Map<String, String> first = People.somebody();
        Map<String, String> alike = People.with(People.with(first, "证件类型", "台胞证"), "证件号码", "81818181");
        alike = People.with(alike, "性别", "男");
        alike = People.with(alike, "出生日期", first.get("证件号码").substring(6, 14));
        alike = People.with(alike, "出生日期依据", "台胞证");
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(People.with(People.with(first, "性别", ""), "出生日期", ""));
        rows.get(0).put("出生日期依据", "");
        rows.addAll(People.many(BulkRounds.CHUNK + 20));
        rows.add(alike);
        BulkFile file = desk.through(People.csv(rows));
        assertThat(file.tally()).isEqualTo(new Tally(0, BulkRounds.CHUNK + 21, 0, 0, 1, 0, 0));
        assertThat(desk.files.listAlike(CLERK, file.fileNo(), 0, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.holders()).hasSize(1));
    }

    @Test
    void aDistrictRegistersItsOwnAndSeesItsOwn() throws Exception {
        Map<String, String> theirs = People.with(People.somebody(), "服务区", "罗湖");
        Map<String, String> unnamed = People.with(People.somebody(), "服务区", "");
        BulkFile file = desk.through(People.csv(List.of(theirs, unnamed)));
        assertThat(file.district()).isEqualTo(District.FUTIAN);
        assertThat(desk.faults(CLERK, file.fileNo())).isEqualTo(Map.of(2, List.of("OUT_OF_SCOPE at DISTRICT")));
        assertThat(file.tally().registered()).isEqualTo(1);
        assertThat(refusal(() -> desk.files.file(OTHER_CLERK, file.fileNo()))).isEqualTo("NO_SUCH_FILE");
        assertThat(refusal(() -> desk.files.start(OTHER_CLERK, file.fileNo()))).isEqualTo("NO_SUCH_FILE");
        assertThat(refusal(() -> desk.files.cancel(OTHER_CLERK, file.fileNo()))).isEqualTo("NO_SUCH_FILE");
        assertThat(desk.files.list(OTHER_CLERK, Long.MAX_VALUE, 100)).isEmpty();
        assertThat(refusal(() -> desk.files.list(AUDITOR, Long.MAX_VALUE, 100))).isEqualTo("NOT_ALLOWED");
        assertThat(refusal(() -> desk.files.receive(AUDITOR, "x", new byte[0]))).isEqualTo("NOT_ALLOWED");
        var city = Counter.staff(9, "city-1", Role.COUNTER_SUPERVISOR, null);
        assertThat(desk.files.list(city, Long.MAX_VALUE, 100))
                .extracting(BulkFile::fileNo)
                .contains(file.fileNo());
        BulkRegistration.Receipt whole = desk.files.receive(city, "x", People.csv(List.of(theirs, unnamed)));
        desk.work();
        assertThat(desk.faults(city, whole.fileNo())).isEqualTo(Map.of(3, List.of("DISTRICT_MISSING at DISTRICT")));
    }

    @Test
    void aFileThatIsCancelledInTheMiddleKeepsWhomItRegisteredAndForgetsTheRest() throws Exception {
        List<Map<String, String>> rows = People.many(BulkRounds.CHUNK + 100);
        long fileNo = desk.received(People.csv(rows));
        desk.work();
        desk.files.start(CLERK, fileNo);
        assertThat(desk.rounds.step()).isTrue();
        BulkFile running = desk.files.file(CLERK, fileNo);
        assertThat(running.passed()).isEqualTo(BulkRounds.CHUNK);
        assertThat(running.toPass()).isEqualTo(BulkRounds.CHUNK + 100);
        desk.files.cancel(CLERK, fileNo);
        desk.work();
        BulkFile cancelled = desk.files.file(CLERK, fileNo);
        assertThat(cancelled.state()).isEqualTo(BulkState.CANCELLED);
        assertThat(cancelled.tally().registered()).isEqualTo(BulkRounds.CHUNK);
        assertThat(desk.counter.ask("SELECT count(*) FROM bulk_row WHERE file_no = " + fileNo))
                .isEqualTo("0");
        assertThat(refusal(() -> desk.files.start(CLERK, fileNo))).isEqualTo("NOT_NOW");
        assertThat(refusal(() -> desk.files.cancel(CLERK, fileNo))).isEqualTo("NOT_NOW");
        BulkFile again = desk.through(People.csv(rows));
        assertThat(again.tally()).isEqualTo(new Tally(0, 100, 0, BulkRounds.CHUNK, 0, 0, 0));
    }

    @Test
    void aPersonWhoCameToACounterBetweenCheckAndRunIsNotRegisteredTwice() throws Exception {
        List<Map<String, String>> rows = People.many(3);
        long fileNo = desk.received(People.csv(rows));
        desk.work();
        desk.counter.registered(Counter.with(
                new GivenDocument(DocumentKind.RESIDENT_CARD, rows.get(1).get("证件号码")),
                rows.get(1).get("姓名")));
        desk.files.start(CLERK, fileNo);
        desk.work();
        assertThat(desk.files.file(CLERK, fileNo).tally()).isEqualTo(new Tally(0, 2, 0, 1, 0, 0, 0));
        assertThat(desk.faults(CLERK, fileNo)).containsOnlyKeys(3);
    }

    @Test
    void theTableOfFaultsShowsNoNumberAndNoFormula() throws Exception {
        Map<String, String> evil = People.with(People.somebody(), "证件号码", "=cmd|' /C calc'!A0");
        Map<String, String> wrong = People.with(People.somebody(), "姓名", "@SUM(1)");
        Map<String, String> short1 = People.with(People.somebody(), "证件号码", "-1+2");
        BulkFile file = desk.through(People.csv(List.of(evil, wrong, short1)));
        assertThat(file.tally().wrong()).isEqualTo(3);
        String csv = desk.csv(file.fileNo());
        assertThat(csv)
                .startsWith("\uFEFF行号 row,")
                .contains("DOCUMENT_LENGTH", "NAME_WRONG", wrong.get("证件号码").substring(0, 3) + "****")
                .doesNotContain("cmd|", "@SUM", "-1+2", wrong.get("证件号码"), wrong.get("姓名"));
        assertThat(csv.lines().flatMap(line -> List.of(line.split(",", -1)).stream()))
                .noneMatch(cell -> cell.matches("[\"']?[=+@\\t-].*"));
    }

    @Test
    void aNumberThatASpreadsheetBrokeIsCalledThat() throws Exception {
        List<Object> heads = List.of("姓名", "证件类型", "证件号码", "同意书版本");
        byte[] content = Workbooks.of(List.of(heads, List.of("测试丢位", "居民身份证", 440000194001010019L, "2026-01")));
        BulkFile file = desk.through(content);
        assertThat(desk.faults(CLERK, file.fileNo())).isEqualTo(Map.of(2, List.of("DIGITS_LOST at DOCUMENT_NUMBER")));
    }
}
