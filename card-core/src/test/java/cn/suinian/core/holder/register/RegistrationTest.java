package cn.suinian.core.holder.register;

import static cn.suinian.core.holder.register.Counter.CLERK;
import static cn.suinian.core.holder.register.Counter.OTHER_CLERK;
import static cn.suinian.core.holder.register.Counter.TODAY;
import static cn.suinian.core.holder.register.Counter.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.document.Numbers;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.core.holder.lookup.Namesake;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class RegistrationTest {
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
    void registersSomebodyWithEverything() throws Exception {
        Registration given = Counter.somebody();
        long holderId = counter.registered(new Registration(
                given.documents(),
                given.name(),
                given.birth(),
                null,
                new Registration.Contact("+86 138-0013-8000", "6222 0212 3456"),
                given.residence(),
                List.of(new CategoryClaim(
                        Category.MODERATELY_DISABLED,
                        LocalDate.of(2026, 1, 1),
                        null,
                        CategoryClaim.Grade.SEVERE,
                        "评估报告")),
                "2026-01",
                null,
                Set.of()));
        HolderPage page = counter.register.page(CLERK, holderId);
        assertThat(page.person().name()).isEqualTo("测***");
        assertThat(page.person().phone()).isEqualTo("138****8000");
        assertThat(page.person().bankAccount()).isEqualTo("********3456");
        assertThat(page.rowVersion()).isEqualTo(1);
        assertThat(page.documents())
                .singleElement()
                .satisfies(document -> assertThat(document.number()).matches("440\\*{13}.."));
        assertThat(page.hukou())
                .singleElement()
                .satisfies(period -> assertThat(period.what()).isEqualTo(District.FUTIAN));
        assertThat(page.statements())
                .extracting(HolderPage.Statement::act, HolderPage.Statement::grade)
                .containsExactly(tuple("CATEGORY_ADDED", "SEVERE"), tuple("HUKOU_SET", null));
        assertThat(counter.ask(
                        "SELECT after FROM audit_log WHERE act = 'HOLDER_REGISTERED' AND subject = '" + holderId + "'"))
                .contains("name=测***", "phone=138****8000", "bankAccount=********3456", "RESIDENT_CARD 440****");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        Registration wrong = new Registration(
                List.of(new GivenDocument(DocumentKind.RESIDENT_CARD, "110105194912310021")),
                "7",
                Registration.Birth.IN_THE_DOCUMENT,
                Sex.MALE,
                new Registration.Contact("12345", "62220212345678901"),
                new Registration.Residence(District.LUOHU, District.FUTIAN, TODAY.plusDays(1), ""),
                List.of(new CategoryClaim(Category.LOW_INCOME, TODAY, TODAY, CategoryClaim.Grade.FULL, "x")),
                " ",
                null,
                Set.of());
        assertThat(refusal(() -> counter.register.register(CLERK, wrong)).split(", "))
                .containsExactly(
                        "DOCUMENT_CHECK_DIGIT at documents[0].number",
                        "NAME_WRONG at name",
                        "PHONE_WRONG at phone",
                        "OUT_OF_SCOPE at district",
                        "DATE_TOO_LATE at hukouSince",
                        "EVIDENCE_MISSING at hukouEvidence",
                        "ENDS_BEFORE_IT_BEGINS at categories[0].until",
                        "GRADE_NOT_ASKED at categories[0].grade",
                        "EVIDENCE_MISSING at categories[0].evidence",
                        "CONSENT_MISSING at consentVersion");
    }

    @Test
    void saysWhenSomebodyTooYoungBecomesSixty() throws Exception {
        LocalDate tomorrow = TODAY.plusDays(1).minusYears(60);
        String number = Numbers.of("440000", tomorrow, 11);
        Registration young = Counter.with(new GivenDocument(DocumentKind.RESIDENT_CARD, number), "测试太早");
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> counter.register.register(CLERK, young));
        assertThat(refused.all()).singleElement().satisfies(refusal -> {
            assertThat(refusal).hasToString("TOO_YOUNG at bornOn");
            assertThat(refusal.details()).containsEntry("eligibleOn", "2026-11-24");
        });
        String today = Numbers.of("440000", TODAY.minusYears(60), 11);
        counter.registered(Counter.with(new GivenDocument(DocumentKind.RESIDENT_CARD, today), "测试生日"));
        assertThat(Intake.eligibleOn(LocalDate.of(1968, 2, 29))).isEqualTo("2028-02-29");
        assertThat(Intake.eligibleOn(LocalDate.of(2040, 2, 29))).isEqualTo("2100-03-01");
    }

    @Test
    void asksForTheBirthThatAPermitDoesNotCarry() throws Exception {
        GivenDocument permit = new GivenDocument(DocumentKind.HOME_RETURN_PERMIT, "H8800000101");
        Registration bare = Counter.with(permit, "测试回乡");
        assertThat(refusal(() -> counter.register.register(CLERK, bare)).split(", "))
                .containsExactlyInAnyOrder(
                        "BIRTH_DATE_MISSING at bornOn", "EVIDENCE_MISSING at birthEvidence", "SEX_MISSING at sex");
        assertThat(refusal(() -> counter.register.register(CLERK, Counter.with(permit, "7"))))
                .contains("NAME_WRONG at name", "BIRTH_DATE_MISSING at bornOn");
        long holderId = counter.registered(typed(permit, "测试回乡"));
        assertThat(counter.register.show(CLERK, holderId, "核对证件信息").birthEvidence())
                .isEqualTo("出生证明");
        assertThat(counter.register.page(CLERK, holderId).person().sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void findsThePersonOfADocumentThatWasIssuedAgain() throws Exception {
        long holderId =
                counter.registered(typed(new GivenDocument(DocumentKind.HOME_RETURN_PERMIT, "H8800000201"), "测试再发"));
        Registered again = counter.register.register(
                CLERK, typed(new GivenDocument(DocumentKind.HOME_RETURN_PERMIT, "H8800000203"), "测试改名"));
        assertThat(again).isEqualTo(new Registered.AlreadyRegistered(holderId, District.FUTIAN, true));
        assertThat(counter.ask(
                        "SELECT act FROM audit_log WHERE subject = '" + holderId + "' ORDER BY entry_no DESC LIMIT 1"))
                .isEqualTo("HOLDER_FOUND_REGISTERED");
    }

    @Test
    void asksWhetherSomebodyOfTheSameNameAndBirthdayIsTheSame() throws Exception {
        Registration first = Counter.somebody();
        long holderId = counter.registered(first);
        LocalDate born = counter.register.show(CLERK, holderId, "核对证件信息").bornOn();
        Registration pass = new Registration(
                List.of(new GivenDocument(DocumentKind.TAIWAN_PASS, "88000003")),
                first.name().substring(0, 2) + " " + first.name().substring(2),
                new Registration.Birth(born, "台胞证"),
                Sex.MALE,
                first.contact(),
                first.residence(),
                List.of(),
                "2026-01",
                null,
                Set.of());
        Registered.PossibleDuplicates alike = (Registered.PossibleDuplicates) counter.register.register(CLERK, pass);
        assertThat(alike.holders()).singleElement().satisfies(hit -> {
            assertThat(hit.holderId()).isEqualTo(holderId);
            assertThat(hit.name()).isEqualTo("测***");
        });
        assertThat(counter.ask("SELECT act || ' ' || after FROM audit_log ORDER BY entry_no DESC LIMIT 1"))
                .isEqualTo("HOLDER_FOUND_ALIKE met=" + holderId);
        assertThat(counter.register.dryRun(CLERK, pass)).contains(alike);
        assertThat(counter.registered(pass.notTheSameAs(Set.of(holderId)))).isNotEqualTo(holderId);
    }

    @Test
    void whatARegistrationTellsOfAnotherDistrictsHolderIsALookOfTheDayAndNoMoreThanNameAndDistrict() throws Exception {
        Actor clerk = Counter.staff(41, "clerk-41", Role.COUNTER_CLERK, District.LUOHU);
        Registration first = Counter.somebody();
        long holderId = counter.registered(first);
        LocalDate born = counter.register.show(CLERK, holderId, "核对证件信息").bornOn();
        Registration namesake = inLuohu(List.of(new GivenDocument(DocumentKind.TAIWAN_PASS, "88000041")), first, born);
        Registration theirs = inLuohu(first.documents(), first, born);
        IdDocument document =
                IdDocument.recognise(first.documents().get(0).number()).orElseThrow();
        Registered.PossibleDuplicates alike =
                new Registered.PossibleDuplicates(List.of(new Namesake(holderId, "测***", District.FUTIAN, null)));
        Registered already = new Registered.AlreadyRegistered(holderId, District.FUTIAN, false);

        assertThat(counter.register.dryRun(clerk, namesake)).contains(alike);
        assertThat(looks()).as("nobody was told").isNull();
        assertThat(counter.register.meet(clerk, namesake)).contains(alike);
        assertThat(counter.register.register(clerk, namesake)).isEqualTo(alike);
        assertThat(counter.register.register(clerk, theirs)).isEqualTo(already);
        assertThat(counter.register.registered(clerk, document)).contains(already);
        assertThat(looks()).isEqualTo("4");
        assertThat(counter.ask("SELECT string_agg(act, ' ' ORDER BY entry_no) FROM audit_log WHERE actor = 'clerk-41'"))
                .isEqualTo("HOLDER_FOUND_ALIKE HOLDER_FOUND_ALIKE HOLDER_FOUND_REGISTERED HOLDER_FOUND_REGISTERED");

        counter.ask("UPDATE elsewhere_use SET uses = 100 WHERE actor = 'staff 41'");
        assertThat(refusal(() -> counter.register.meet(clerk, namesake))).isEqualTo("ENOUGH_ELSEWHERE");
        assertThat(refusal(() -> counter.register.register(clerk, namesake))).isEqualTo("ENOUGH_ELSEWHERE");
        assertThat(refusal(() -> counter.register.register(clerk, theirs))).isEqualTo("ENOUGH_ELSEWHERE");
        assertThat(refusal(() -> counter.register.registered(clerk, document))).isEqualTo("ENOUGH_ELSEWHERE");
        IdDocument nobodys = IdDocument.recognise("88000042").orElseThrow();
        Registration unknown =
                inLuohu(List.of(new GivenDocument(DocumentKind.TAIWAN_PASS, "88000042")), first, born.plusDays(1));
        assertThat(refusal(() -> counter.register.registered(clerk, nobodys)))
                .as("of whom nobody knows the same is said")
                .isEqualTo("ENOUGH_ELSEWHERE");
        assertThat(refusal(() -> counter.register.register(clerk, unknown))).isEqualTo("ENOUGH_ELSEWHERE");
        counter.ask("UPDATE elsewhere_use SET uses = 99 WHERE actor = 'staff 41'");
        assertThat(counter.register.register(clerk, namesake.notTheSameAs(Set.of(holderId))))
                .as("whoever compared goes on")
                .isInstanceOf(Registered.NewHolder.class);
        assertThat(counter.register.registered(CLERK, document))
                .as("served here")
                .isPresent();
    }

    private static String looks() throws SQLException {
        return counter.ask("SELECT uses FROM elsewhere_use WHERE actor = 'staff 41' AND kind = 'LOOK'");
    }

    private static Registration inLuohu(List<GivenDocument> documents, Registration like, LocalDate born) {
        boolean carriesBirth = documents.get(0).kind() == DocumentKind.RESIDENT_CARD;
        return new Registration(
                documents,
                like.name(),
                carriesBirth ? Registration.Birth.IN_THE_DOCUMENT : new Registration.Birth(born, "台胞证"),
                carriesBirth ? null : Sex.MALE,
                like.contact(),
                new Registration.Residence(District.LUOHU, null, null, null),
                List.of(),
                "2026-01",
                null,
                Set.of());
    }

    /** Two clerks, one person, one moment. */
    @Test
    void twoRegistrationsOfOnePersonAtOnceMakeOneHolder() throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(6);
        try {
            for (int round = 0; round < 5; round++) {
                Registration person = Counter.somebody();
                Registration sameDocument = Counter.with(person.documents().get(0), "测试别名");
                CyclicBarrier together = new CyclicBarrier(6);
                List<Future<Registered>> outcomes = new ArrayList<>();
                for (int clerk = 0; clerk < 6; clerk++) {
                    Registration given = clerk % 2 == 0 ? person : sameDocument;
                    outcomes.add(clerks.submit(() -> {
                        together.await();
                        return counter.register.register(CLERK, given);
                    }));
                }
                Set<Long> holders = new HashSet<>();
                int made = 0;
                for (Future<Registered> outcome : outcomes) {
                    Registered registered = outcome.get();
                    if (registered instanceof Registered.NewHolder holder) {
                        made++;
                        holders.add(holder.holderId());
                    } else {
                        holders.add(((Registered.AlreadyRegistered) registered).holderId());
                    }
                }
                assertThat(made).isEqualTo(1);
                assertThat(holders).hasSize(1);
            }
        } finally {
            clerks.shutdownNow();
        }
        assertThat(counter.ask("SELECT count(*) FROM holder h WHERE NOT EXISTS"
                        + " (SELECT FROM holder_document d WHERE d.holder_id = h.holder_id)"))
                .isEqualTo("0");
    }

    @Test
    void registersForOwnDistrictAndWithPermissionOnly() {
        assertThat(refusal(() -> counter.register.register(OTHER_CLERK, Counter.somebody())))
                .isEqualTo("OUT_OF_SCOPE at district");
        Actor nobody = new Actor(9L, "nobody", Set.of(Permission.HOLDER_VIEW), Scope.CITY, "");
        assertThat(refusal(() -> counter.register.register(nobody, Counter.somebody())))
                .isEqualTo("NOT_ALLOWED");
    }

    private static Registration typed(GivenDocument document, String name) {
        Registration bare = Counter.with(document, name);
        return new Registration(
                bare.documents(),
                name,
                new Registration.Birth(LocalDate.of(1950, 5, 5), "出生证明"),
                Sex.FEMALE,
                bare.contact(),
                bare.residence(),
                List.of(),
                "2026-01",
                null,
                Set.of());
    }
}
