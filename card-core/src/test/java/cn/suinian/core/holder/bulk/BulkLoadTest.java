package cn.suinian.core.holder.bulk;

import static cn.suinian.core.holder.register.Counter.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.bulk.sheet.Workbooks;
import cn.suinian.core.holder.register.Counter;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.FreshDatabase;
import cn.suinian.core.postgres.PostgresExtension;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A large file all the way, with its time, rate, heap and what a clerk sees of it meanwhile: 3,000 rows of a workbook
 * in the suite, 100,000 with {@code -Dsuinian.bulk.rows=100000}, as CSV with {@code -Dsuinian.bulk.format=csv}.
 */
@ExtendWith(PostgresExtension.class)
@FreshDatabase
class BulkLoadTest {
    private static final Logger LOG = LoggerFactory.getLogger(BulkLoadTest.class);
    private static final int ROWS = Integer.getInteger("suinian.bulk.rows", 3_000);
    private static final boolean CSV =
            System.getProperty("suinian.bulk.format", "xlsx").equals("csv");

    /** Rows a second of the check and of the run; a tenth of what two free cores do. */
    private static final int FEWEST_A_SECOND = 60;

    @Test
    void takesALargeFileThrough(Database database) throws Exception {
        List<Map<String, String>> people = People.many(ROWS);
        byte[] content = CSV ? People.csv(people) : Workbooks.ofPeople(people);
        people.clear();
        Clock ticking = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Counter.CLOCK.instant()));
        try (BulkDesk desk = new BulkDesk(database, ticking)) {
            forgetPeaks();
            long[] fileNo = new long[1];
            double receiving = seconds(() -> fileNo[0] = desk.received(content));
            double checking = seconds(() -> workAndWatch(desk, fileNo[0]));
            desk.files.start(CLERK, fileNo[0]);
            double running = seconds(() -> workAndWatch(desk, fileNo[0]));
            LOG.warn(
                    "{} rows as {}, {} bytes: received in {} s, checked in {} s, registered in {} s;"
                            + " heap at most {} MiB",
                    ROWS,
                    CSV ? "CSV" : "XLSX",
                    content.length,
                    rounded(receiving),
                    rounded(checking),
                    rounded(running),
                    peak() >> 20);
            assertThat(desk.files.file(CLERK, fileNo[0]).tally()).isEqualTo(new Tally(0, ROWS, 0, 0, 0, 0, 0));
            assertThat(ROWS / checking).as("rows checked a second").isGreaterThan(FEWEST_A_SECOND);
            assertThat(ROWS / running).as("rows registered a second").isGreaterThan(FEWEST_A_SECOND);
        }
    }

    /** Works until nothing is left to do, and looks at the file as its page does: it never goes back. */
    private static void workAndWatch(BulkDesk desk, long fileNo) throws SQLException {
        int seen = 0;
        int told = 0;
        while (desk.rounds.step()) {
            BulkFile file = desk.files.file(CLERK, fileNo);
            assertThat(file.passed()).as("rows done").isGreaterThanOrEqualTo(seen);
            assertThat(file.toPass()).as("rows to do").isEqualTo(ROWS);
            seen = file.passed();
            if (seen >= told + ROWS / 5) {
                told = seen;
                LOG.warn("{}: {} of {}, {} a second", file.state(), seen, file.toPass(), file.perSecond());
            }
        }
        assertThat(seen).as("rows done at the end").isEqualTo(ROWS);
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static double seconds(Work work) throws SQLException {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }

    private static void forgetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
