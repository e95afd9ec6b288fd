package cn.suinian.core.holder.register;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Period;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets and ends hukou and categories. */
final class Circumstances {
    private final PersonStore persons;
    private final CircumstanceStore store;
    private final AuditLog audit;

    Circumstances(Seals seals, AuditLog audit) {
        this.persons = new PersonStore(seals);
        this.store = new CircumstanceStore(seals);
        this.audit = audit;
    }

    /** Who says it, on which day and how it is known. */
    record Saying(Actor actor, LocalDate on, String evidence, LocalDate today, Instant now) {}

    static CircumstanceStore.Said said(CategoryClaim claim) {
        return new CircumstanceStore.Said(
                "CATEGORY_ADDED", null, claim.category(), claim.grade(), claim.from(), claim.until(), claim.evidence());
    }

    /** Locks a holder, and refuses when somebody changed them since they were seen. */
    void requireVersion(Connection transaction, Actor actor, long holderId, int seen) throws SQLException {
        if (persons.lock(transaction, actor, holderId).rowVersion() != seen) {
            throw new RefusedException(HolderRefusal.CHANGED_MEANWHILE);
        }
    }

    void setHukou(Connection transaction, long holderId, District district, Saying saying) throws SQLException {
        String evidence = PersonalText.evidence(saying.evidence(), "evidence");
        Person person = persons.lock(transaction, saying.actor(), holderId);
        Intake.effective(saying.on(), person.bornOn(), saying.today(), "from");
        Map<String, String> was = now(transaction, holderId, saying.on());
        moveHukou(transaction, holderId, district, saying, evidence);
        persons.touch(transaction, holderId);
        audit.append(
                transaction,
                saying.actor(),
                AuditEntry.of("HUKOU_SET", "HOLDER", holderId)
                        .changed(
                                was,
                                Map.of(
                                        "hukou",
                                        district.name(),
                                        "from",
                                        saying.on().toString())));
    }

    /**
     * The hukou that began last began on another day than was recorded. What it followed without a gap ends on that day
     * too; what was said before stays on record.
     */
    void correctHukouStart(Connection transaction, long holderId, Saying saying, String reason) throws SQLException {
        String evidence = PersonalText.evidence(saying.evidence(), "evidence");
        Person person = persons.lock(transaction, saying.actor(), holderId);
        LocalDate from = Intake.effective(saying.on(), person.bornOn(), saying.today(), "from");
        List<Period<District>> periods = store.listHukou(transaction, holderId);
        if (periods.isEmpty()) {
            throw new RefusedException(HolderRefusal.NO_HUKOU, "from");
        }
        Period<District> last = periods.get(periods.size() - 1);
        if (last.from().equals(from)) {
            throw new RefusedException(HolderRefusal.NOTHING_TO_CHANGE, "from");
        }
        if (last.to() != null && !from.isBefore(last.to())) {
            throw new RefusedException(HolderRefusal.DATE_TOO_LATE, "from");
        }
        if (periods.size() > 1) {
            follow(transaction, holderId, periods.get(periods.size() - 2), last, from);
        }
        store.startHukou(transaction, holderId, last.from(), from);
        store.state(
                transaction,
                holderId,
                new CircumstanceStore.Said("HUKOU_SET", last.what(), null, null, from, null, evidence),
                saying.actor(),
                saying.now());
        persons.touch(transaction, holderId);
        audit.append(
                transaction,
                saying.actor(),
                AuditEntry.of("HUKOU_CORRECTED", "HOLDER", holderId)
                        .changed(hukou(last.what(), last.from()), hukou(last.what(), from))
                        .because(reason));
    }

    /** The period before one whose start is corrected: a gap stays one, and no gap comes to be. */
    private void follow(
            Connection transaction, long holderId, Period<District> before, Period<District> last, LocalDate from)
            throws SQLException {
        LocalDate end = before.to();
        boolean gap = end != null && end.isBefore(last.from());
        if (!from.isAfter(before.from()) || (gap && from.isBefore(end))) {
            throw new RefusedException(HolderRefusal.DATE_TOO_EARLY, "from");
        }
        if (!gap) {
            store.endHukou(transaction, holderId, before.from(), from);
        }
    }

    private static Map<String, String> hukou(District district, LocalDate from) {
        return Map.of("hukou", district.name(), "from", from.toString());
    }

    void endHukou(Connection transaction, long holderId, Saying saying) throws SQLException {
        String evidence = PersonalText.evidence(saying.evidence(), "evidence");
        Person person = persons.lock(transaction, saying.actor(), holderId);
        Intake.effective(saying.on(), person.bornOn(), saying.today(), "on");
        District ended = stopHukou(transaction, holderId, saying, evidence)
                .orElseThrow(() -> new RefusedException(HolderRefusal.NO_HUKOU, "on"));
        persons.touch(transaction, holderId);
        audit.append(
                transaction,
                saying.actor(),
                AuditEntry.of("HUKOU_ENDED", "HOLDER", holderId)
                        .changed(
                                Map.of("hukou", ended.name()),
                                Map.of("ended", saying.on().toString())));
    }

    void addCategory(Connection transaction, Actor actor, long holderId, CategoryClaim given, Saying saying)
            throws SQLException {
        Person person = persons.lock(transaction, actor, holderId);
        CategoryClaim claim = Intake.claim(given, person.bornOn(), saying.today(), "");
        boolean overlaps = store.listCategory(transaction, holderId, claim.category()).stream()
                .anyMatch(period -> meets(period, claim.from(), claim.until()));
        if (overlaps) {
            throw new RefusedException(HolderRefusal.CATEGORY_OVERLAPS, "from");
        }
        store.addCategory(transaction, holderId, claim);
        store.state(transaction, holderId, said(claim), actor, saying.now());
        persons.touch(transaction, holderId);
        audit.append(
                transaction,
                actor,
                AuditEntry.of("CATEGORY_ADDED", "HOLDER", holderId)
                        .with(Map.of(
                                "category",
                                claim.category().name(),
                                "from",
                                claim.from().toString(),
                                "until",
                                claim.until() == null ? "" : claim.until().toString())));
    }

    void endCategory(Connection transaction, long holderId, Category category, Saying saying) throws SQLException {
        String evidence = PersonalText.evidence(saying.evidence(), "evidence");
        Person person = persons.lock(transaction, saying.actor(), holderId);
        Intake.effective(saying.on(), person.bornOn(), saying.today(), "on");
        Period<Category> inForce = store.listCategory(transaction, holderId, category).stream()
                .filter(period -> period.from().isBefore(saying.on()) && period.covers(saying.on()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(HolderRefusal.NO_CATEGORY, "on"));
        store.endCategory(transaction, holderId, inForce, saying.on());
        store.state(
                transaction,
                holderId,
                new CircumstanceStore.Said("CATEGORY_ENDED", null, category, null, saying.on(), null, evidence),
                saying.actor(),
                saying.now());
        persons.touch(transaction, holderId);
        audit.append(
                transaction,
                saying.actor(),
                AuditEntry.of("CATEGORY_ENDED", "HOLDER", holderId)
                        .with(Map.of(
                                "category",
                                category.name(),
                                "ended",
                                saying.on().toString())));
    }

    /** Ends what is in force on the day and begins another period on it; the person is locked. */
    void moveHukou(Connection transaction, long holderId, District district, Saying saying, String evidence)
            throws SQLException {
        List<Period<District>> periods = store.listHukou(transaction, holderId);
        if (periods.stream().anyMatch(period -> period.from().isAfter(saying.on()))) {
            throw new RefusedException(HolderRefusal.HUKOU_OVERLAPS, "from");
        }
        Optional<Period<District>> before = before(periods, saying.on());
        if (before.isPresent()) {
            store.endHukou(transaction, holderId, before.get().from(), saying.on());
        }
        store.setHukou(transaction, holderId, district, saying.on());
        store.state(
                transaction,
                holderId,
                new CircumstanceStore.Said("HUKOU_SET", district, null, null, saying.on(), null, evidence),
                saying.actor(),
                saying.now());
    }

    /** Ends what is in force on the day; empty when nothing is. The person is locked. */
    Optional<District> stopHukou(Connection transaction, long holderId, Saying saying, String evidence)
            throws SQLException {
        Optional<Period<District>> before = before(store.listHukou(transaction, holderId), saying.on());
        if (before.isEmpty()) {
            return Optional.empty();
        }
        store.endHukou(transaction, holderId, before.get().from(), saying.on());
        store.state(
                transaction,
                holderId,
                new CircumstanceStore.Said("HUKOU_ENDED", before.get().what(), null, null, saying.on(), null, evidence),
                saying.actor(),
                saying.now());
        return Optional.of(before.get().what());
    }

    private Map<String, String> now(Connection transaction, long holderId, LocalDate day) throws SQLException {
        return store.listHukou(transaction, holderId).stream()
                .filter(period -> period.covers(day))
                .findFirst()
                .map(period -> Map.of("hukou", period.what().name()))
                .orElse(Map.of());
    }

    /** What began before the day and would go on through it. */
    private static Optional<Period<District>> before(List<Period<District>> periods, LocalDate day) {
        return periods.stream()
                .filter(period -> period.from().isBefore(day) && period.covers(day))
                .findFirst();
    }

    private static boolean meets(Period<Category> period, LocalDate from, @Nullable LocalDate until) {
        return (until == null || period.from().isBefore(until)) && (period.to() == null || from.isBefore(period.to()));
    }
}
