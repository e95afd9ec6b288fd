package cn.suinian.core.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a batch sends, and how often PostgreSQL has to think about it. */
class ColumnsTest {

    private record Row(long holder, @Nullable Long pair, int days) {}

    private static final Columns<Row> COLUMNS = new Columns<Row>()
            .int8("holder_id", Row::holder)
            .int8("pair", Row::pair)
            .int4("days", Row::days)
            .orZero();

    @Test
    void aColumnWithoutAnyValueIsNotSent() {
        Tuple sent = arguments(new Row(1, null, 0), new Row(2, null, 0));
        assertThat(sent.getArrayOfLongs(0)).containsExactly(1L, 2L);
        assertThat(sent.getValue(1)).isNull();
        assertThat(sent.getValue(2)).isNull();
    }

    @Test
    void aColumnWithOneValueIsSentWithNullsAroundIt() {
        Tuple sent = arguments(new Row(1, null, 0), new Row(2, 0L, 7), new Row(3, null, 0));
        assertThat(sent.getArrayOfLongs(1)).containsExactly(null, 0L, null);
        assertThat(sent.getArrayOfIntegers(2)).containsExactly(null, 7, null);
    }

    @Test
    void aUsualZeroIsMadeOfNullAgainByTheStatement() {
        assertThat(COLUMNS.values("r")).isEqualTo("r.holder_id, r.pair, coalesce(r.days, '0')");
        assertThat(COLUMNS.assignments("r", 1)).isEqualTo("pair = r.pair, days = coalesce(r.days, '0')");
    }

    @Test
    void everyStatementOfALaneIsPlannedOnce() {
        SqlConnectOptions options = new Database("localhost", 5432, "user", "password", "suinian").connectOptions();
        assertThat(List.of(Posting.STATEMENT, Posting.WITH_REVERSALS, FactsRows.SELECT, TapRows.LOOK_UP))
                .allMatch(options.getPreparedStatementCacheSqlFilter());
    }

    private static Tuple arguments(Row... rows) {
        Tuple sent = Tuple.tuple();
        COLUMNS.addTo(sent, List.copyOf(Arrays.asList(rows)));
        return sent;
    }
}
