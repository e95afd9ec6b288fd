package cn.suinian.settlement.seal;

import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import cn.suinian.core.verification.Check;
import cn.suinian.core.verification.CheckList;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What {@code suinian verify} looks at in seals. */
public final class SealChecks implements CheckList {
    private static final List<String> SEALS = List.of("day_seal", "day_seal_section", "seal_chunk", "audit_log");
    /** A signature says nothing of the row that it stands in, and a row that is gone is published once more. */
    private static final String PUBLISHED_ELSEWHERE = """
            SELECT p.day, 'tells of another day or seal' AS what FROM day_publication p JOIN day_seal s USING (day)
            WHERE position(convert_to('"day": "' || p.day || '"', 'UTF8') IN p.content) = 0
               OR position(convert_to('"seal": {"no": ' || s.seal_no || ', "hash": "' || encode(s.hash, 'hex') || '"',
                                      'UTF8') IN p.content) = 0
            UNION ALL
            SELECT l.subject::date, CASE WHEN p.day IS NULL THEN 'was taken away' ELSE 'was published again' END
            FROM (SELECT subject, min(at) AS at FROM audit_log
                  WHERE subject_kind = 'BUSINESS_DAY' AND act = 'DAY_PUBLISHED' GROUP BY 1) l
            LEFT JOIN day_publication p ON p.day = l.subject::date
            WHERE p.day IS NULL OR p.published_at > l.at + interval '1 minute'
            """;

    private static final String REMEDY =
            "pay nothing of that day; keep this database as evidence, compare the day with the last backup and with the"
                    + " published seal, and find out who had the rights of the database's owner";

    @Override
    public List<Check> checks() {
        return List.of(
                Check.inspected(
                        "every seal has its hash and its signature, and follows the one before",
                        SEALS,
                        REMEDY,
                        snapshot -> lines(new SealChain(snapshot).inspect(Optional.empty()))),
                Check.inspected(
                        "what was published of a day is what was signed",
                        List.of("day_publication", "day_seal"),
                        REMEDY,
                        snapshot -> new PublishedContent(snapshot).inspect(Optional.empty())),
                Check.that(
                        "each publication is of its own day and seal, and none was taken away",
                        List.of("day_publication", "day_seal", "audit_log"),
                        PUBLISHED_ELSEWHERE,
                        REMEDY),
                Check.inspected("the rows of every sealed day are those that were sealed", SEALS, REMEDY, snapshot -> {
                    List<Discrepancy> found = new ArrayList<>();
                    for (DaySeal seal : new SealStore(snapshot).list()) {
                        found.addAll(new DayInspection(snapshot, seal.day()).inspect(SealListener.SILENT));
                    }
                    return lines(found);
                }));
    }

    /** That publications were signed with the keys of this house: for whoever has the keystore. */
    public static Check publishedBy(SortedMap<Integer, Sm2PublicKey> ours) {
        return Check.inspected(
                "every publication was signed with a key of this house",
                List.of("day_publication", "day_seal"),
                REMEDY,
                snapshot -> new PublishedContent(snapshot).inspect(Optional.of(ours)));
    }

    /** That seals were signed with the keys of this house: for whoever has the keystore. */
    public static Check signedBy(SortedMap<Integer, Sm2PublicKey> ours) {
        return Check.inspected(
                "every seal was signed with a key of this house",
                SEALS,
                REMEDY,
                snapshot -> lines(new SealChain(snapshot)
                        .inspect(Optional.of(ours)).stream()
                                .filter(each -> each.kind() == Discrepancy.Kind.SIGNATURE_WRONG)
                                .toList()));
    }

    /** The checks about one day alone. */
    public static List<Check> ofDay(LocalDate day) {
        return List.of(
                Check.inspected(
                        "the seal of " + day + " has its hash and its signature, and follows the one before",
                        SEALS,
                        REMEDY,
                        snapshot -> lines(of(day, new SealChain(snapshot).inspect(Optional.empty())))),
                Check.inspected(
                        "the rows of " + day + " are those that were sealed",
                        SEALS,
                        REMEDY,
                        snapshot -> lines(rows(snapshot, day))));
    }

    private static List<Discrepancy> rows(Connection snapshot, LocalDate day) throws SQLException {
        return new DayInspection(snapshot, day).inspect(SealListener.SILENT);
    }

    private static List<Discrepancy> of(LocalDate day, List<Discrepancy> all) {
        return all.stream().filter(each -> each.day().equals(day)).toList();
    }

    private static List<String> lines(List<Discrepancy> found) {
        return found.stream().map(Discrepancy::line).toList();
    }
}
