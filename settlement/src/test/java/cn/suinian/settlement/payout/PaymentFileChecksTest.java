package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.payout.PayoutCity.FUTIAN;
import static cn.suinian.settlement.payout.PayoutCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.verification.Check;
import cn.suinian.core.verification.Finding;
import cn.suinian.core.verification.Verification;
import cn.suinian.settlement.verification.PaymentFileChecks;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks({
    "a day's history leads step by step to where the day is",
    "a batch that was sent has its three files, and no other has any",
    "a payment file that was given out is the one that is kept"
})
class PaymentFileChecksTest {
    private PayoutCity pay;

    @Test
    void aChangedByteHashOrSignatureIsNamedWithItsBatchAndFile(Database database) throws Exception {
        pay = PayoutCity.ofOneDay(database);
        try (PayoutCity closing = pay) {
            closing.approve(DAY_1);
            closing.pay(FUTIAN, DAY_1);
            byte[] xml = closing.files.download(MAKER, 1).bytes();
            assertThat(found()).isEmpty();

            tamper("sm3 = sha256('x')", "file_no = 1");
            assertThat(found()).containsExactly("batch 1, file 1 (PAIN_001): what is kept does not have its hash");
            assertThat(broken()).contains("a payment file that was given out is the one that is kept");
            tamper("signature = repeat('ab', 64)", "file_no = 2");
            tamper("content_sealed = set_byte(content_sealed, 40, 255 - get_byte(content_sealed, 40))", "file_no = 3");
            assertThat(found())
                    .containsExactly(
                            "batch 1, file 1 (PAIN_001): what is kept does not have its hash",
                            "batch 1, file 2 (CSV_UTF8): it is not signed with key version 1",
                            "batch 1, file 3 (CSV_GB18030): what is kept was changed: it does not open");

            keep(1, new String(xml, StandardCharsets.UTF_8).replaceFirst("CNY\">[0-9.]+", "CNY\">9.99"));
            assertThat(found().subList(0, 3))
                    .containsExactly(
                            "batch 1, file 1 (PAIN_001): what is kept does not have its hash",
                            "batch 1, file 1 (PAIN_001): it is not signed with key version 1",
                            "batch 1, file 1 (PAIN_001): its orders are not the payments of the batch");
            closing.city.ask("SET session_replication_role = replica; DELETE FROM payment_file WHERE file_no = 2");
            assertThat(broken()).contains("a batch that was sent has its three files, and no other has any");
        }
    }

    @Test
    void aFileThatIsWholeAndOrdersSomethingElseThanItsBatchIsNamed(Database database) throws Exception {
        pay = PayoutCity.ofOneDay(database);
        try (PayoutCity closing = pay) {
            closing.approve(DAY_1);
            closing.pay(FUTIAN, DAY_1);
            assertThat(found()).isEmpty();
            String more = "SET session_replication_role = replica; UPDATE payment SET fen = fen %s 100 WHERE payment_no"
                    + " = 1";
            closing.city.ask(more.formatted("+"));
            assertThat(found()).hasSize(6).allMatch(line -> line.startsWith("batch 1, file "));
            assertThat(found().get(0)).matches(".*\\(PAIN_001\\): it says [0-9.]+ yuan in all, the batch pays [0-9.]+");
            closing.city.ask(more.formatted("-"));
            closing.city.ask("SET session_replication_role = replica; UPDATE payment_file SET name = 'SNB000000000002'"
                    + " || substr(name, 16) WHERE file_no = 2");
            assertThat(found()).containsExactly("batch 1, file 2 (CSV_UTF8): it calls itself another batch's");
        }
    }

    @Test
    void withoutItsKeysAFileIsNotTakenForSound(Database database) throws Exception {
        pay = PayoutCity.ofOneDay(database);
        try (PayoutCity closing = pay) {
            closing.approve(DAY_1);
            closing.pay(FUTIAN, DAY_1);
            Seals others = new Seals(KeystoreVault.ofColumns(Map.of(2, new byte[16]), new byte[32]));
            assertThat(found(PaymentFileChecks.kept(new TreeMap<>(), pay.parts.seals())))
                    .hasSize(3)
                    .allMatch(line -> line.endsWith("it is not signed with key version 1"));
            assertThat(found(PaymentFileChecks.kept(new TreeMap<>(), others)))
                    .hasSize(3)
                    .allMatch(line -> line.endsWith("the keystore has no key that opens it"));
        }
    }

    private void tamper(String what, String where) throws Exception {
        pay.city.ask("SET session_replication_role = replica; UPDATE payment_file SET " + what + " WHERE " + where);
    }

    /** What somebody with the key of columns and without the signing key could put in its place. */
    private void keep(long fileNo, String content) throws Exception {
        byte[] sealed =
                pay.parts.seals().seal(SealedColumn.PAYMENT_FILE, fileNo, content.getBytes(StandardCharsets.UTF_8));
        tamper("content_sealed = '\\x" + Hex.encode(sealed) + "'", "file_no = " + fileNo);
    }

    private List<String> found() throws Exception {
        SortedMap<Integer, Sm2PublicKey> keys = pay.parts.vault().signingKeys();
        return found(PaymentFileChecks.kept(keys, pay.parts.seals()));
    }

    /** At most five are shown of a check, so the check is asked itself. */
    private List<String> found(Check check) throws Exception {
        try (Connection snapshot = pay.city.database().dataSource().getConnection()) {
            return Objects.requireNonNull(check.inspection()).breaches(snapshot);
        }
    }

    private List<String> broken() throws Exception {
        return Verification.run(
                        pay.city.database().dataSource(), Verification.allChecks(), Verification.Listener.SILENT)
                .stream()
                .filter(finding -> finding.state() == Finding.State.BROKEN)
                .map(finding -> finding.check().sentence())
                .toList();
    }
}
