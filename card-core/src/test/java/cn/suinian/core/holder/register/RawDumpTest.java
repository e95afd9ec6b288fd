package cn.suinian.core.holder.register;

import static cn.suinian.core.holder.register.Counter.CLERK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.Numbers;
import cn.suinian.core.holder.lookup.SearchText;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.RawDump;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody with a copy of the whole database reads of a person: nothing. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class RawDumpTest {
    private static final String NAME = "测试甲乙丙";
    private static final String NUMBER = Numbers.of("440000", LocalDate.of(1947, 7, 7), 777);
    private static final String PERMIT = "H77665544";
    private static final String PHONE = "13987654321";
    private static final String LATER_PHONE = "13987650000";
    private static final String ACCOUNT = "622299887766";
    private static final String EVIDENCE = "证号甲字第七七七号";

    @Test
    void holdsNothingOfAPersonInClear(Database database) throws Exception {
        try (Counter counter = new Counter(database)) {
            liveALife(counter);
            String dump = RawDump.of(database);
            assertThat(dump).as("the dump has what it should").contains("clerk-1", "HOLDER_CORRECTED", "测****");
            for (String secret : List.of(NAME, NUMBER, PERMIT, PHONE, LATER_PHONE, ACCOUNT, EVIDENCE)) {
                byte[] bytes = secret.getBytes(UTF_8);
                String base64 = Base64.getEncoder().encodeToString(bytes);
                assertThat(dump)
                        .doesNotContain(secret)
                        .doesNotContain(Hex.encode(bytes))
                        .doesNotContain(base64.substring(0, base64.length() / 4 * 4 - 4));
            }
        }
    }

    private static void liveALife(Counter counter) throws Exception {
        Registration bare = Counter.with(new GivenDocument(DocumentKind.RESIDENT_CARD, NUMBER), NAME);
        long holder = counter.registered(new Registration(
                List.of(bare.documents().get(0), new GivenDocument(DocumentKind.HOME_RETURN_PERMIT, PERMIT)),
                NAME,
                Registration.Birth.IN_THE_DOCUMENT,
                null,
                new Registration.Contact(PHONE, ACCOUNT),
                bare.residence(),
                List.of(new CategoryClaim(Category.LOW_INCOME, Counter.TODAY, null, null, EVIDENCE)),
                "2026-01",
                null,
                Set.of()));
        counter.card(holder);
        counter.register.register(CLERK, bare);
        for (String text : List.of(NAME, NUMBER, PERMIT, PHONE)) {
            assertThat(counter.register.find(CLERK, SearchText.of(text)).hits()).hasSize(1);
        }
        counter.register.page(CLERK, holder);
        assertThat(counter.register.show(CLERK, holder, "核对证件信息").documents()).containsValue(NUMBER);
        counter.register.correct(
                CLERK, holder, 1, Correction.none().withPhone(LATER_PHONE).withBankAccount(""), "持卡人来窗口更正");
        counter.register.recordDeath(CLERK, holder, Counter.TODAY, EVIDENCE);
    }
}
