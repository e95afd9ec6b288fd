package cn.suinian.core.holder.register;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.lookup.LookUps;
import cn.suinian.core.holder.lookup.Namesake;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.Mask;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.elsewhere.ElsewhereUse;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Registers holders. */
final class Registrations {
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(?)";

    private final PersonStore persons;
    private final DocumentStore documents;
    private final CircumstanceStore circumstances;
    private final LookUps lookUps;
    private final Seals seals;
    private final AuditLog audit;

    Registrations(Seals seals, LookUps lookUps, AuditLog audit) {
        this.persons = new PersonStore(seals);
        this.documents = new DocumentStore(seals);
        this.circumstances = new CircumstanceStore(seals);
        this.lookUps = lookUps;
        this.seals = seals;
        this.audit = audit;
    }

    Registered register(Connection transaction, Actor actor, Registration given, LocalDate today, Instant now)
            throws SQLException {
        Intake.Accepted accepted = Intake.accept(given, actor.scope(), today);
        requireALook(transaction, actor, today);
        Optional<Registered> known = known(transaction, actor, given.notTheSameAs(), accepted);
        if (known.isPresent()) {
            return told(transaction, actor, known.get(), today);
        }
        Savepoint before = transaction.setSavepoint();
        long holderId = persons.newHolder(transaction, accepted.bornOn());
        persons.insert(transaction, person(holderId, accepted, given.residence().district(), now), actor, now);
        for (IdDocument document : accepted.documents()) {
            if (!documents.add(transaction, holderId, document, actor, now)) {
                transaction.rollback(before);
                return told(transaction, actor, owner(transaction, actor, document), today);
            }
        }
        addWhatBelongs(transaction, actor, given, accepted, holderId, today, now);
        audit.append(transaction, actor, entry(holderId, given, accepted));
        return new Registered.NewHolder(holderId);
    }

    /** What a registration would come to, without doing it or recording it: for whoever tells nobody. */
    Optional<Registered> dryRun(Connection transaction, Actor actor, Registration given, LocalDate today)
            throws SQLException {
        return known(transaction, actor, given.notTheSameAs(), Intake.accept(given, actor.scope(), today));
    }

    /** The same for whoever tells the actor. */
    Optional<Registered> meet(Connection transaction, Actor actor, Registration given, LocalDate today)
            throws SQLException {
        requireALook(transaction, actor, today);
        Optional<Registered> known = dryRun(transaction, actor, given, today);
        return known.isEmpty() ? known : Optional.of(told(transaction, actor, known.get(), today));
    }

    /** Whose document this is; empty: nobody's. */
    Optional<Registered> registered(Connection transaction, Actor actor, IdDocument document, LocalDate today)
            throws SQLException {
        requireALook(transaction, actor, today);
        return documents.findOwner(transaction, document).isEmpty()
                ? Optional.empty()
                : Optional.of(told(transaction, actor, owner(transaction, actor, document), today));
    }

    /** People of one name and birthday are registered one after the other, so that each sees the one before. */
    private Optional<Registered> known(Connection transaction, Actor actor, Set<Long> others, Intake.Accepted accepted)
            throws SQLException {
        String compared = PersonalText.comparedName(accepted.name());
        try (PreparedStatement lock = transaction.prepareStatement(ONE_AT_A_TIME)) {
            lock.setLong(
                    1,
                    ByteBuffer.wrap(seals.nameIndex(compared)).getLong()
                            ^ accepted.bornOn().toEpochDay());
            lock.execute();
        }
        for (IdDocument document : accepted.documents()) {
            if (documents.findOwner(transaction, document).isPresent()) {
                return Optional.of(owner(transaction, actor, document));
            }
        }
        List<Namesake> alike = lookUps.sameNameAndBirth(transaction, actor, compared, accepted.bornOn()).stream()
                .filter(each -> !others.contains(each.holderId()))
                .toList();
        return alike.isEmpty() ? Optional.empty() : Optional.of(new Registered.PossibleDuplicates(alike));
    }

    private Registered owner(Connection transaction, Actor actor, IdDocument document) throws SQLException {
        DocumentStore.Owner owner = documents.findOwner(transaction, document).orElseThrow();
        return new Registered.AlreadyRegistered(
                owner.holderId(), owner.district(), actor.scope().sees(owner.district()));
    }

    /**
     * Learning that somebody is registered is a look-up of a person, and of another district's a look of the day.
     * Nothing else is done in this transaction, but it has to be committed.
     */
    private Registered told(Connection transaction, Actor actor, Registered known, LocalDate today)
            throws SQLException {
        if (isElsewhere(known) && !ElsewhereUse.LOOK.take(transaction, actor, today)) {
            throw new RefusedException(HolderRefusal.ENOUGH_ELSEWHERE);
        }
        AuditEntry entry = known instanceof Registered.AlreadyRegistered already
                ? AuditEntry.of("HOLDER_FOUND_REGISTERED", "HOLDER", already.holderId())
                : new AuditEntry("HOLDER_FOUND_ALIKE", null, null, Map.of(), met(known), null);
        audit.append(transaction, actor, entry);
        return known;
    }

    /**
     * Whoever has no look left today does not register anybody: that a person is refused and another is not would tell
     * who is registered elsewhere, as often as they ask.
     */
    private static void requireALook(Connection transaction, Actor actor, LocalDate today) throws SQLException {
        if (actor.scope().district() != null && !ElsewhereUse.LOOK.isLeft(transaction, actor, today)) {
            throw new RefusedException(HolderRefusal.ENOUGH_ELSEWHERE);
        }
    }

    private static boolean isElsewhere(Registered known) {
        return known instanceof Registered.AlreadyRegistered already
                ? !already.visible()
                : known instanceof Registered.PossibleDuplicates alike
                        && !alike.holders().stream().allMatch(Namesake::visible);
    }

    private static Map<String, String> met(Registered known) {
        return known instanceof Registered.PossibleDuplicates alike
                ? Map.of(
                        "met",
                        alike.holders().stream()
                                .map(each -> Long.toString(each.holderId()))
                                .collect(Collectors.joining(" ")))
                : Map.of();
    }

    private void addWhatBelongs(
            Connection transaction,
            Actor actor,
            Registration given,
            Intake.Accepted accepted,
            long holderId,
            LocalDate today,
            Instant now)
            throws SQLException {
        District hukou = given.residence().hukou();
        String evidence = accepted.hukouEvidence();
        if (hukou != null && evidence != null) {
            LocalDate since =
                    Optional.ofNullable(given.residence().hukouSince()).orElse(today);
            circumstances.setHukou(transaction, holderId, hukou, since);
            circumstances.state(transaction, holderId, hukou(hukou, since, evidence), actor, now);
        }
        for (CategoryClaim claim : accepted.categories()) {
            circumstances.addCategory(transaction, holderId, claim);
            circumstances.state(transaction, holderId, Circumstances.said(claim), actor, now);
        }
        if (given.photo() != null) {
            persons.addPhoto(transaction, holderId, given.photo(), actor, now);
        }
    }

    static CircumstanceStore.Said hukou(District district, LocalDate since, String evidence) {
        return new CircumstanceStore.Said("HUKOU_SET", district, null, null, since, null, evidence);
    }

    static Person person(long holderId, Intake.Accepted accepted, District district, Instant now) {
        return new Person(
                holderId,
                1,
                accepted.name(),
                accepted.phone(),
                accepted.bankAccount(),
                accepted.bornOn(),
                accepted.birthEvidence(),
                null,
                accepted.sex(),
                district,
                accepted.consentVersion(),
                now);
    }

    private static AuditEntry entry(long holderId, Registration given, Intake.Accepted accepted) {
        Map<String, String> values = new TreeMap<>();
        values.put("name", Mask.name(accepted.name()));
        values.put("bornOn", Mask.bornOn(accepted.bornOn()));
        values.put(
                "documents",
                accepted.documents().stream().map(IdDocument::toString).collect(Collectors.joining(", ")));
        values.put("district", given.residence().district().name());
        if (given.residence().hukou() != null) {
            values.put("hukou", given.residence().hukou().name());
        }
        if (accepted.phone() != null) {
            values.put("phone", Mask.phone(accepted.phone()));
        }
        if (accepted.bankAccount() != null) {
            values.put("bankAccount", Mask.bankAccount(accepted.bankAccount()));
        }
        values.put(
                "categories",
                accepted.categories().stream()
                        .map(claim -> claim.category().name())
                        .collect(Collectors.joining(", ")));
        values.put("consent", accepted.consentVersion());
        values.put("photo", given.photo() == null ? "no" : "yes");
        return AuditEntry.of("HOLDER_REGISTERED", "HOLDER", holderId).with(values);
    }
}
