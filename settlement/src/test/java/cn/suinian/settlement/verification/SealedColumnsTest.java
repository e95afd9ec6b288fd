package cn.suinian.settlement.verification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.core.postgres.TestServers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is not in core's list is never sealed again under a newer key. */
@ExtendWith(PostgresExtension.class)
class SealedColumnsTest {

    @Test
    void everySealedColumnOfTheWholeHouseIsInTheList(Database database) throws Exception {
        String sealed = TestServers.ask(database, """
                SELECT string_agg(c.relname || '.' || a.attname, ' ')
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
                     JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
                WHERE a.attnum > 0 AND a.atttypid = 'bytea'::regtype
                  AND (a.attname LIKE '%\\_sealed' OR col_description(c.oid, a.attnum) ~ '\\msealed\\M')""");
        assertThat(Arrays.stream(SealedColumn.values()).map(SealedColumn::place))
                .containsExactlyInAnyOrder(sealed.split(" "));
    }
}
