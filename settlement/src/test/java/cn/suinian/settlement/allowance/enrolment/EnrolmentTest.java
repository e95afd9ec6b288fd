package cn.suinian.settlement.allowance.enrolment;

import static cn.suinian.settlement.allowance.AllowanceCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.suinian.core.holder.District;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.allowance.AllowanceCity;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import cn.suinian.settlement.allowance.message.FileSmsGateway;
import cn.suinian.settlement.allowance.message.Messenger;
import cn.suinian.settlement.allowance.message.SmsGateway;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
class EnrolmentTest {
    @TempDir
    Path outbox;

    private AllowanceCity city;

    @BeforeEach
    void open(Database database) throws Exception {
        city = new AllowanceCity(database);
        // It is 8 May 2026: two turn seventy within two months, one on the last day; the others do not, or are no case.
        newcomer(1, "1956-05-09");
        newcomer(2, "1956-07-08");
        newcomer(3, "1956-07-09");
        newcomer(4, "1956-05-08");
        newcomer(5, "1956-06-01");
        city.died(5, "2026-05-01");
        newcomer(6, "1956-06-01");
        city.ask("DELETE FROM holder_hukou WHERE holder_id = 6");
        city.person(7, "1956-06-01", "2026-05-01");
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void whoeverTurnsSeventyWithinTwoMonthsIsInvitedOnce() throws Exception {
        assertThat(city.enrolment().invite(MAKER)).isEqualTo(2);
        assertThat(city.enrolment().invite(MAKER)).isZero();
        city.today("2026-05-09");
        assertThat(city.enrolment().invite(MAKER)).isEqualTo(1);
        assertThat(city.enrolment().list(MAKER, 0, 10))
                .extracting(invitation -> invitation.holderId() + " " + invitation.month())
                .containsExactly("1 2026-05", "2 2026-07", "3 2026-07");
    }

    @Test
    void whoWorksForADistrictInvitesItsOwnPeopleOnlyAndTheJobTheCity() throws Exception {
        city.ask("UPDATE holder_person SET district = 3 WHERE holder_id = 2");
        Actor luohu = new Actor(9L, "luohu", MAKER.permissions(), new Scope(District.LUOHU, null), "");
        assertThat(city.enrolment().invite(luohu)).isEqualTo(1);
        assertThat(city.ask("SELECT string_agg(holder_id::text, ' ') FROM allowance_message"))
                .isEqualTo("2");
        assertThat(city.enrolment().invite(Actor.house("job invite"))).isEqualTo(1);
        assertThat(city.ask("SELECT string_agg(holder_id::text, ' ' ORDER BY holder_id) FROM allowance_message"))
                .isEqualTo("1 2");
    }

    @Test
    void theMessageSaysWhatToReplyAndIsSentOnceEvenWhenTheNodeDiesInBetween() throws Exception {
        city.enrolment().invite(MAKER);
        city.ask("UPDATE holder_person SET phone_sealed = NULL, phone_index = NULL WHERE holder_id = 2");
        List<Long> carried = new ArrayList<>();
        SmsGateway breaking = (messageNo, phone, text) -> {
            new FileSmsGateway(outbox).send(messageNo, phone, text);
            carried.add(messageNo);
            throw new IOException("the line went down after it took the message");
        };
        Messenger dying = new Messenger(city.transactions(), city.vault(), breaking, at("2026-03-02T11:59:59Z"));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(dying::sendWaiting);
        for (String night : List.of("2026-03-02T12:00:00Z", "2026-03-02T23:59:59Z")) {
            SmsGateway gateway = new FileSmsGateway(outbox);
            assertThat(new Messenger(city.transactions(), city.vault(), gateway, at(night)).sendWaiting())
                    .as("nobody is woken in Shenzhen")
                    .isEqualTo(new Messenger.Round(0, 0));
        }
        Messenger messenger = new Messenger(
                city.transactions(), city.vault(), new FileSmsGateway(outbox), at("2026-03-03T00:00:00Z"));
        assertThat(messenger.sendWaiting()).isEqualTo(new Messenger.Round(1, 0));
        assertThat(messenger.sendWaiting()).isEqualTo(new Messenger.Round(0, 0));
        try (Stream<Path> files = Files.list(outbox)) {
            assertThat(files)
                    .hasSize(1)
                    .first()
                    .satisfies(file -> assertThat(Files.readString(file))
                            .startsWith("13800001001\n【深圳民政】您将于2026年5月年满70周岁，可享受高龄老人津贴每月200元")
                            .contains("回复“同意”"));
        }
        assertThat(carried).hasSize(1);
        assertThat(city.ask("SELECT string_agg(fate, ' ' ORDER BY message_no) FROM allowance_message"))
                .isEqualTo("SENT NO_PHONE");
    }

    @Test
    void aMessageThatIsNotTakenKeepsNoOtherWaiting() throws Exception {
        city.enrolment().invite(MAKER);
        SmsGateway choosy = (messageNo, phone, text) -> {
            if (phone.equals("13800001001")) {
                throw new IOException("no such number");
            }
        };
        Messenger messenger = new Messenger(city.transactions(), city.vault(), choosy, at("2026-03-02T04:00:00Z"));
        for (int round = 0; round < 2; round++) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(messenger::sendWaiting);
        }
        assertThat(city.ask("SELECT string_agg(tries || coalesce(fate, ' waits'), ' ' ORDER BY message_no)"
                        + " FROM allowance_message"))
                .isEqualTo("2 waits 0SENT");
        assertThatExceptionOfType(java.sql.SQLException.class)
                .isThrownBy(() -> city.ask("UPDATE allowance_message SET month = month + 31"));
    }

    @Test
    void onlyAClearYesAppliesAndWhatIsNotClearIsAsked() throws Exception {
        city.enrolment().invite(MAKER);
        city.today("2026-05-09");
        city.enrolment().invite(MAKER);
        sent();
        city.today("2026-05-12");
        String file = String.join(
                "\r\n",
                "1,2026-05-10, “同意”。 ",
                "2,2026-05-10,不同意，我的身份证号是某某",
                "",
                "99,2026-05-10,同意",
                "3,2026-05-01,同意");
        assertThat(replies(file)).isEqualTo(new Enrolment.Replies(4, 1, 1, 0, 0, 2));
        assertThat(city.ask("SELECT holder_id || ' ' || applied_on FROM allowance_application WHERE holder_id < 7"))
                .isEqualTo("1 2026-05-10");
        assertThat(replies("1,2026-05-10,同意\n2,2026-05-11,同意\n"))
                .as("the first clear reply counts")
                .isEqualTo(new Enrolment.Replies(2, 0, 0, 0, 2, 0));
        String doubt = "3,2026-05-10,我女儿会来办\n3,2026-05-11,是什么\n";
        assertThat(replies(doubt)).isEqualTo(new Enrolment.Replies(2, 0, 0, 2, 0, 0));
        assertThat(replies(doubt)).as("the same file again").isEqualTo(new Enrolment.Replies(2, 0, 0, 0, 2, 0));
        assertThat(city.enrolment().list(MAKER, Invitation.Wanted.UNCLEAR, 0, 10))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.agreed()).isEmpty();
                    assertThat(each.unclear().orElseThrow().text()).contains("是什么");
                });
        Actor reader = new Actor(9L, "auditor", Set.of(Permission.ALLOWANCE_VIEW), Scope.CITY, "");
        assertThat(city.enrolment().list(reader, Invitation.Wanted.UNCLEAR, 0, 10))
                .singleElement()
                .satisfies(
                        each -> assertThat(each.unclear().orElseThrow().text()).isEmpty());
        assertThat(city.ask("SELECT string_agg(encode(text_sealed, 'escape'), ' ') FROM allowance_unclear_reply"))
                .doesNotContain("是什么");
        assertThat(replies("3,2026-05-12,同意\n"))
                .as("a later clear reply counts")
                .isEqualTo(new Enrolment.Replies(1, 1, 0, 0, 0, 0));
        assertThat(city.ask("SELECT count(*) FROM allowance_unclear_reply"))
                .as("and what was written is forgotten")
                .isEqualTo("0");
        assertThat(replies(doubt)).isEqualTo(new Enrolment.Replies(2, 0, 0, 0, 2, 0));
        city.register(1, "6217007200001001");
        assertThat(city.lines(city.list("2026-05", District.FUTIAN))).contains("1 2026-05 REGULAR 200 TIER");
    }

    @Test
    void theCounterRecordsTheAnswerOfWhoWroteSomethingUnclear() throws Exception {
        city.enrolment().invite(MAKER);
        sent();
        replies("1,2026-05-08,好的\n2,2026-05-08,好的\n");
        city.enrolment().recordReply(MAKER, 1, true, LocalDate.parse("2026-05-08"));
        city.enrolment().apply(MAKER, 2, LocalDate.parse("2026-05-08"));
        assertThat(city.enrolment().list(MAKER, Invitation.Wanted.APPLIED, 0, 10))
                .hasSize(2);
        assertThat(city.ask("SELECT count(*) FROM allowance_unclear_reply")).isEqualTo("0");
    }

    @Test
    void aFileOfRepliesSaysNothingOfLongAgoAndNothingOfAnotherDistrict() throws Exception {
        city.enrolment().invite(MAKER);
        sent();
        city.today("2026-06-10");
        assertThat(replies("1,2026-05-09,同意\n")).isEqualTo(new Enrolment.Replies(1, 0, 0, 0, 0, 1));
        Actor luohu = new Actor(7L, "luohu", MAKER.permissions(), new Scope(District.LUOHU, null), "");
        assertThat(city.enrolment().takeReplies(luohu, file("1,2026-05-10,同意\n")))
                .isEqualTo(new Enrolment.Replies(1, 0, 0, 0, 0, 1));
        Actor futian = new Actor(8L, "futian", MAKER.permissions(), new Scope(District.FUTIAN, null), "");
        assertThat(city.enrolment().takeReplies(futian, file("1,2026-05-10,同意\n")))
                .isEqualTo(new Enrolment.Replies(1, 1, 0, 0, 0, 0));
    }

    @Test
    void aReplyAtACounterCountsLikeOneByMessageAndOnlyOnce() throws Exception {
        city.enrolment().invite(MAKER);
        LocalDate today = LocalDate.parse("2026-05-08");
        city.enrolment().recordReply(MAKER, 1, true, today);
        city.enrolment().recordReply(MAKER, 2, false, today);
        assertThat(city.enrolment().list(MAKER, Invitation.Wanted.APPLIED, 0, 10))
                .singleElement()
                .satisfies(invitation -> {
                    assertThat(invitation.holderId()).isEqualTo(1);
                    assertThat(invitation.fen()).isEqualTo(20_000);
                    assertThat(invitation.fate()).isEqualTo(Invitation.Fate.WAITING);
                    assertThat(invitation.appliedOn()).contains(today);
                });
        assertThat(city.enrolment().list(MAKER, Invitation.Wanted.NOT_APPLIED, 0, 10))
                .extracting(Invitation::holderId)
                .containsExactly(2L);
        assertThat(city.enrolment().list(MAKER, Invitation.Wanted.UNANSWERED, 0, 10))
                .isEmpty();
        assertReplyRefused(AllowanceRefusal.REPLIED_ALREADY, MAKER, 1, today);
        assertReplyRefused(AllowanceRefusal.DATE_WRONG, MAKER, 2, today.plusDays(1));
        assertReplyRefused(AllowanceRefusal.NO_SUCH_HOLDER, MAKER, 99, today);
        Actor luohu = new Actor(7L, "luohu", MAKER.permissions(), new Scope(District.LUOHU, null), "");
        assertReplyRefused(AllowanceRefusal.NO_SUCH_HOLDER, luohu, 2, today);
        assertThat(city.ask("SELECT count(*) FROM audit_log WHERE act = 'ALLOWANCE_REPLY_RECORDED'"))
                .isEqualTo("2");
    }

    private void assertReplyRefused(AllowanceRefusal reason, Actor actor, long messageNo, LocalDate on) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> city.enrolment().recordReply(actor, messageNo, true, on))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(reason));
    }

    @Test
    void aFileWithBadLinesIsNotTakenAtAllAndNamesEachOfThem() throws Exception {
        city.enrolment().invite(MAKER);
        city.ask("UPDATE allowance_message SET sent_at = now(), fate = 'SENT' WHERE message_no = 1");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> replies("1,2026-05-08,同意\n1,2026-02-30,同意\n\n2,2026-05-08,同意\n;\n2,2026-05-08,x\n"))
                .satisfies(refused -> assertThat(refused.all())
                        .extracting(
                                each -> each.refusal() + " " + each.details().get("lines"))
                        .containsExactly("REPLIES_UNREADABLE 2, 5", "REPLY_NOT_SENT 4, 6"));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> replies("x\n".repeat(300)))
                .satisfies(refused -> assertThat(refused.all().get(0).details().get("lines"))
                        .startsWith("1, 2, ")
                        .endsWith(", 100"));
        assertThat(city.ask("SELECT count(*) FROM allowance_reply")).isEqualTo("0");
        assertThat(city.ask("SELECT count(*) FROM allowance_application WHERE holder_id < 7"))
                .isEqualTo("0");
    }

    @Test
    void staffRecordAnApplicationOnceAndNotOfLongAgo() throws Exception {
        city.enrolment().apply(MAKER, 4, LocalDate.parse("2026-05-06"));
        assertRefused(AllowanceRefusal.APPLIED_ALREADY, LocalDate.parse("2026-05-07"));
        assertRefused(AllowanceRefusal.DATE_WRONG, LocalDate.parse("2026-05-09"));
        assertRefused(AllowanceRefusal.DATE_WRONG, LocalDate.parse("2026-04-06"));
        assertThat(city.ask("SELECT act || ' ' || subject FROM audit_log")).isEqualTo("ALLOWANCE_APPLIED 4");
    }

    private void assertRefused(AllowanceRefusal reason, LocalDate on) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> city.enrolment().apply(MAKER, 4, on))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(reason));
    }

    private void sent() throws SQLException {
        city.ask("UPDATE allowance_message SET sent_at = now(), fate = 'SENT'");
    }

    private Enrolment.Replies replies(String lines) throws SQLException {
        return city.enrolment().takeReplies(MAKER, file(lines));
    }

    private static ByteArrayInputStream file(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    private void newcomer(long holderId, String born) throws SQLException {
        city.ask("INSERT INTO holder (holder_id, born_on) OVERRIDING SYSTEM VALUE VALUES (" + holderId + ", '" + born
                + "'); INSERT INTO holder_hukou (holder_id, district, valid_from) VALUES (" + holderId
                + ", 2, '2000-01-01')");
        city.register(holderId, "");
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
