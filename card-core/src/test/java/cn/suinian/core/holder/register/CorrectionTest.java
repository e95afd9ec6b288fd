package cn.suinian.core.holder.register;

import static cn.suinian.core.holder.register.Counter.AUDITOR;
import static cn.suinian.core.holder.register.Counter.CLERK;
import static cn.suinian.core.holder.register.Counter.OTHER_CLERK;
import static cn.suinian.core.holder.register.Counter.TODAY;
import static cn.suinian.core.holder.register.Counter.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.Numbers;
import cn.suinian.core.holder.lookup.FullRecord;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.core.holder.lookup.SearchText;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class CorrectionTest {
    private static final String REASON = "持卡人来窗口更正";
    private static Counter counter;

    @BeforeAll
    static void open(Database database) {
        counter = new Counter(database);
    }

    @AfterAll
    static void close() {
        counter.close();
    }

    @Test
    void keepsWhatWasSoBeforeAndIsFoundByWhatIsSoNow() throws Exception {
        long holder = counter.registered(Counter.somebody());
        FullRecord before = counter.register.show(CLERK, holder, REASON);
        int version = counter.register.correct(
                CLERK,
                holder,
                1,
                Correction.none().withName("测试更正").withPhone("13911112222").withBankAccount("622202123456"),
                REASON);
        assertThat(version).isEqualTo(2);
        HolderPage page = counter.register.page(CLERK, holder);
        assertThat(page.rowVersion()).isEqualTo(2);
        assertThat(page.changes())
                .extracting(HolderPage.Change::field)
                .containsExactly("BANK_ACCOUNT", "PHONE", "NAME");
        FullRecord now = counter.register.show(CLERK, holder, REASON);
        assertThat(now.oldValues()).hasSize(2).containsValues(before.name(), before.phone());
        assertThat(now.phone()).isEqualTo("13911112222");
        assertThat(counter.ask(
                        "SELECT before || '|' || after FROM audit_log WHERE act = 'HOLDER_CORRECTED' AND subject = '"
                                + holder + "'"))
                .isEqualTo("BANK_ACCOUNT=\nNAME=测***\nPHONE=" + masked(before.phone())
                        + "|BANK_ACCOUNT=********3456\nNAME=测***\nPHONE=139****2222");
        assertThat(counter.register.find(CLERK, SearchText.of("139 1111 2222")).hits())
                .extracting(hit -> hit.holderId())
                .contains(holder);
        assertThat(counter.register.find(CLERK, SearchText.of(before.name())).hits())
                .isEmpty();
    }

    @Test
    void refusesACorrectionOfAPageThatSomebodyChanged() throws Exception {
        long holder = counter.registered(Counter.somebody());
        counter.register.correct(CLERK, holder, 1, Correction.none().withPhone(""), REASON);
        assertThat(counter.register.page(CLERK, holder).person().phone()).isNull();
        Correction stale = Correction.none().withPhone("13911113333");
        assertThat(refusal(() -> counter.register.correct(CLERK, holder, 1, stale, REASON)))
                .isEqualTo("CHANGED_MEANWHILE");
        assertThat(counter.register.page(CLERK, holder).person().phone()).isNull();
        assertThat(refusal(() -> counter.register.correct(CLERK, holder, 2, Correction.none(), REASON)))
                .isEqualTo("NOTHING_TO_CHANGE");
    }

    @Test
    void ofTwoCorrectionsOfOneVersionOneIsDone() throws Exception {
        long holder = counter.registered(Counter.somebody());
        ExecutorService clerks = Executors.newFixedThreadPool(4);
        CyclicBarrier together = new CyclicBarrier(4);
        List<Future<Boolean>> outcomes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Correction correction = Correction.none().withPhone("1391111444" + i);
            outcomes.add(clerks.submit(() -> {
                together.await();
                try {
                    return counter.register.correct(CLERK, holder, 1, correction, REASON) == 2;
                } catch (RefusedException refused) {
                    return false;
                }
            }));
        }
        int done = 0;
        for (Future<Boolean> outcome : outcomes) {
            done += outcome.get() ? 1 : 0;
        }
        clerks.shutdownNow();
        assertThat(done).isEqualTo(1);
        assertThat(counter.register.page(CLERK, holder).changes()).hasSize(1);
    }

    @Test
    void ofTwoActsOnWhatBothSawOneIsDone() throws Exception {
        long holder = counter.registered(Counter.somebody());
        ExecutorService clerks = Executors.newFixedThreadPool(4);
        CyclicBarrier together = new CyclicBarrier(4);
        List<Future<String>> outcomes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            LocalDate day = Counter.TODAY.minusDays(i);
            outcomes.add(clerks.submit(() -> {
                together.await();
                try {
                    return counter.register.whenStill(CLERK, holder, 1, () -> {
                        counter.register.correctHukouStart(CLERK, holder, day, "户口簿", REASON);
                        return "DONE";
                    });
                } catch (RefusedException refused) {
                    return refused.getMessage();
                }
            }));
        }
        List<String> told = new ArrayList<>();
        for (Future<String> outcome : outcomes) {
            told.add(outcome.get());
        }
        clerks.shutdownNow();
        assertThat(told)
                .containsExactlyInAnyOrder("DONE", "CHANGED_MEANWHILE", "CHANGED_MEANWHILE", "CHANGED_MEANWHILE");
        assertThat(counter.ask(
                        "SELECT count(*) FROM audit_log WHERE act = 'HUKOU_CORRECTED' AND subject = '" + holder + "'"))
                .isEqualTo("1");
        assertThat(refusal(() -> counter.register.whenStill(Counter.OTHER_CLERK, holder, 2, () -> "DONE")))
                .isEqualTo("NO_SUCH_HOLDER");
    }

    @Test
    void aDocumentsNumberCanBeCorrectedAndBringsItsBirthday() throws Exception {
        long holder = counter.registered(Counter.somebody());
        counter.card(holder);
        String version = counter.ask("SELECT version FROM account WHERE holder_id = " + holder);
        LocalDate born = LocalDate.of(1944, 4, 4);
        GivenDocument right = new GivenDocument(DocumentKind.RESIDENT_CARD, Numbers.of("440000", born, 445));
        assertThat(refusal(() -> counter.register.correct(
                        CLERK, holder, 1, Correction.none().withDocument(right, ""), REASON)))
                .isEqualTo("EVIDENCE_MISSING at evidence");
        HolderPage before = counter.register.page(CLERK, holder);
        counter.register.correct(
                CLERK, holder, 1, Correction.none().withDocument(right, "身份证原件").withSex(Sex.MALE), REASON);
        HolderPage page = counter.register.page(CLERK, holder);
        assertThat(page.documents()).hasSize(2);
        assertThat(page.documents().get(1).number())
                .isEqualTo(before.documents().get(0).number());
        assertThat(page.documents().get(1).endedAt()).isNotNull();
        assertThat(page.age()).isEqualTo(82);
        assertThat(counter.ask("SELECT version FROM account WHERE holder_id = " + holder))
                .isNotEqualTo(version);
        assertThat(counter.register.find(CLERK, SearchText.of(right.number())).hits())
                .hasSize(1);
    }

    @Test
    void aSecondDocumentIsAddedAndAnothersIsRefused() throws Exception {
        long holder = counter.registered(Counter.somebody());
        GivenDocument pass = new GivenDocument(DocumentKind.TAIWAN_PASS, "77000001");
        counter.register.correct(CLERK, holder, 1, Correction.none().withDocument(pass, "台胞证原件"), REASON);
        assertThat(counter.register.page(CLERK, holder).documents())
                .extracting(HolderPage.Document::kind)
                .containsExactly(DocumentKind.RESIDENT_CARD, DocumentKind.TAIWAN_PASS);
        long other = counter.registered(Counter.somebody());
        assertThat(refusal(() -> counter.register.correct(
                        CLERK, other, 1, Correction.none().withDocument(pass, "台胞证原件"), REASON)))
                .isEqualTo("DOCUMENT_OF_ANOTHER at document.number");
        assertThat(counter.register.page(CLERK, other).changes()).isEmpty();
        assertThat(refusal(() -> counter.register.correct(
                        CLERK, other, 1, Correction.none().withBornOn(LocalDate.of(1950, 1, 1), "户口簿"), REASON)))
                .isEqualTo("BIRTH_DATE_DIFFERS at bornOn");
    }

    @Test
    void aReasonIsAskedForAndHoldsNoNumbers() throws Exception {
        long holder = counter.registered(Counter.somebody());
        Correction correction = Correction.none().withPhone("");
        assertThat(refusal(() -> counter.register.correct(CLERK, holder, 1, correction, "改")))
                .isEqualTo("REASON_LENGTH at reason");
        assertThat(refusal(() -> counter.register.correct(CLERK, holder, 1, correction, "原号 138 0013 8000 停机")))
                .isEqualTo("REASON_HOLDS_NUMBER at reason");
        assertThat(refusal(() -> counter.register.show(CLERK, holder, "   "))).isEqualTo("REASON_LENGTH at reason");
        assertThat(refusal(() -> counter.register.show(AUDITOR, holder, REASON)))
                .isEqualTo("NOT_ALLOWED");
        assertThat(refusal(() -> counter.register.show(OTHER_CLERK, holder, REASON)))
                .isEqualTo("NO_SUCH_HOLDER");
        assertThat(refusal(() -> counter.register.correct(OTHER_CLERK, holder, 1, correction, REASON)))
                .isEqualTo("NO_SUCH_HOLDER");
    }

    @Test
    void nobodyIsBornAfterTheyDied() throws Exception {
        long holder = counter.registered(Counter.somebody());
        counter.register.recordDeath(CLERK, holder, TODAY.minusDays(3), "死亡证明");
        GivenDocument late =
                new GivenDocument(DocumentKind.RESIDENT_CARD, Numbers.of("440000", TODAY.minusDays(2), 446));
        assertThat(refusal(() -> counter.register.correct(
                        CLERK, holder, 2, Correction.none().withDocument(late, "身份证原件"), REASON)))
                .startsWith("BIRTH_DATE_WRONG at bornOn");
    }

    @Test
    void hukouMovesOnADayAndEndsOnADay() throws Exception {
        long holder = counter.registered(Counter.somebody());
        counter.card(holder);
        String version = counter.ask("SELECT version FROM account WHERE holder_id = " + holder);
        counter.register.setHukou(CLERK, holder, District.NANSHAN, LocalDate.of(2026, 6, 1), "新户口簿");
        counter.register.endHukou(CLERK, holder, LocalDate.of(2026, 12, 1), "迁出证明");
        assertThat(counter.register.page(CLERK, holder).hukou())
                .extracting(period -> period.what() + " " + period.from() + " " + period.to())
                .containsExactly("NANSHAN 2026-06-01 2026-12-01", "FUTIAN 2000-01-01 2026-06-01");
        assertThat(counter.ask("SELECT version FROM account WHERE holder_id = " + holder))
                .isNotEqualTo(version);
        assertThat(refusal(() ->
                        counter.register.setHukou(CLERK, holder, District.LUOHU, LocalDate.of(2026, 1, 1), "户口簿")))
                .isEqualTo("HUKOU_OVERLAPS at from");
        assertThat(refusal(() -> counter.register.endHukou(CLERK, holder, LocalDate.of(2027, 1, 1), "户口簿")))
                .isEqualTo("NO_HUKOU at on");
        assertThat(counter.register.show(CLERK, holder, REASON).statementEvidence())
                .containsValues("户口簿", "新户口簿", "迁出证明");
    }

    @Test
    void categoriesAreForATimeAndNeverTwiceAtOnce() throws Exception {
        long holder = counter.registered(Counter.somebody());
        LocalDate from = LocalDate.of(2026, 1, 1);
        CategoryClaim claim = new CategoryClaim(Category.LOW_INCOME, from, null, null, "低保证");
        counter.register.addCategory(CLERK, holder, claim);
        assertThat(refusal(() -> counter.register.addCategory(CLERK, holder, claim)))
                .isEqualTo("CATEGORY_OVERLAPS at from");
        counter.register.endCategory(CLERK, holder, Category.LOW_INCOME, TODAY, "复核不再符合");
        assertThat(refusal(() -> counter.register.endCategory(CLERK, holder, Category.LOW_INCOME, TODAY, "复核不再符合")))
                .isEqualTo("NO_CATEGORY at on");
        counter.register.addCategory(
                CLERK, holder, new CategoryClaim(Category.LOW_INCOME, TODAY, TODAY.plusDays(5), null, "低保证"));
        assertThat(counter.register.page(CLERK, holder).categories())
                .extracting(period -> period.from() + " " + period.to())
                .containsExactly("2026-11-23 2026-11-28", "2026-01-01 2026-11-23");
        assertThat(refusal(() -> counter.register.addCategory(
                        CLERK, holder, new CategoryClaim(Category.MODERATELY_DISABLED, from, null, null, "评估"))))
                .isEqualTo("GRADE_MISSING at grade");
        assertThat(counter.register.page(CLERK, holder).rowVersion()).isEqualTo(4);
    }

    private static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }
}
