package cn.suinian.core.verification;

import java.util.List;

/** What the server itself has noticed about its files. */
final class PageChecks {

    static final List<Check> ALL = List.of(Check.that(
            "no page has failed its checksum",
            List.of(),
            """
            SELECT datname, checksum_failures, checksum_last_failure FROM pg_stat_database
            WHERE datname = current_database() AND checksum_failures > 0""",
            "the disk gives back other bytes than were written: move to another machine and restore there"));

    private PageChecks() {}
}
