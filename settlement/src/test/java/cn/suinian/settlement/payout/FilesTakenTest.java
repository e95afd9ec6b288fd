package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.payout.PayoutCity.CHECKER;
import static cn.suinian.settlement.payout.PayoutCity.FUTIAN;
import static cn.suinian.settlement.payout.PayoutCity.MAKER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.audit.AuditRow;
import cn.suinian.core.postgres.Breaks;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.settlement.payout.PayoutFile.Kind;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who took the files of a batch out last. */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
@Breaks(CarriedForwardTest.HISTORY)
class FilesTakenTest {
    /** More than a page of the trail. */
    private static final int MANY = 205;

    @Test
    void aFileThatWasTakenOutIsSaidToBeSoHoweverOftenItsSignatureWasTakenSince(Database database) throws Exception {
        try (PayoutCity pay = PayoutCity.ofOneDay(database)) {
            pay.approve(DAY_1);
            long batch = pay.pay(FUTIAN, DAY_1).batchNo();
            Map<Kind, Long> files = pay.files.list(MAKER, batch).stream()
                    .collect(Collectors.toMap(PayoutFile::kind, PayoutFile::fileNo));
            assertThat(pay.files.lastTaken(MAKER, batch)).isEmpty();
            pay.files.download(MAKER, files.get(Kind.CSV_UTF8));
            pay.files.download(CHECKER, files.get(Kind.CSV_UTF8));
            pay.files.download(MAKER, files.get(Kind.PAIN_001));
            for (int i = 0; i < MANY; i++) {
                pay.files.signature(MAKER, files.get(Kind.CSV_UTF8));
            }
            Map<Long, AuditRow> last = pay.files.lastTaken(MAKER, batch);
            assertThat(last).containsOnlyKeys(files.get(Kind.CSV_UTF8), files.get(Kind.PAIN_001));
            assertThat(last.get(files.get(Kind.CSV_UTF8)).actor()).isEqualTo("checker");
            assertThat(last.get(files.get(Kind.PAIN_001)).actor()).isEqualTo("maker");
        }
    }
}
