package cn.suinian.core.holder.register;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.person.ConsentVersions;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.Mask;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.holder.register.HistoryStore.Field;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.refusal.Refusals;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Corrects what is known of a person, and keeps what was known before. */
final class Corrections {
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1890, 1, 1);

    private final PersonStore persons;
    private final DocumentStore documents;
    private final HistoryStore history;
    private final AuditLog audit;

    Corrections(Seals seals, AuditLog audit) {
        this.persons = new PersonStore(seals);
        this.documents = new DocumentStore(seals);
        this.history = new HistoryStore(seals);
        this.audit = audit;
    }

    /** What is different, with the value before. */
    private record Difference(Field field, @Nullable String old, String maskBefore, String maskAfter) {}

    /** The person as corrected, and the document that comes in. */
    private record Corrected(Person person, @Nullable IdDocument document) {}

    int correct(
            Connection transaction,
            HistoryStore.Why why,
            long holderId,
            int expectedRowVersion,
            Correction correction,
            LocalDate today)
            throws SQLException {
        Actor actor = why.actor();
        Person before = persons.lock(transaction, actor, holderId);
        if (before.rowVersion() != expectedRowVersion) {
            throw new RefusedException(HolderRefusal.CHANGED_MEANWHILE);
        }
        List<IdDocument> had = documents.list(transaction, holderId);
        Corrected corrected = read(before, had, correction, today, why.at());
        List<Difference> differences = differences(before, corrected, had, correction);
        if (differences.isEmpty()) {
            throw new RefusedException(HolderRefusal.NOTHING_TO_CHANGE);
        }
        for (Difference difference : differences) {
            history.add(transaction, before, difference.field(), difference.old(), why);
        }
        persons.update(transaction, corrected.person());
        if (differences.stream().anyMatch(each -> each.field() == Field.DOCUMENT)) {
            replace(transaction, holderId, Objects.requireNonNull(corrected.document()), actor, why.at());
        }
        if (correction.photo() != null) {
            persons.addPhoto(transaction, holderId, correction.photo(), actor, why.at());
        }
        audit.append(transaction, actor, entry(holderId, differences).because(why.reason()));
        return before.rowVersion() + 1;
    }

    private void replace(Connection transaction, long holderId, IdDocument document, Actor actor, Instant now)
            throws SQLException {
        documents.end(transaction, holderId, document.kind(), now);
        if (!documents.add(transaction, holderId, document, actor, now)) {
            throw new RefusedException(HolderRefusal.DOCUMENT_OF_ANOTHER, "document.number");
        }
    }

    private static Corrected read(
            Person before, List<IdDocument> had, Correction correction, LocalDate today, Instant now) {
        Refusals wrong = new Refusals();
        String name = correction.name() == null
                ? before.name()
                : wrong.take(() -> PersonalText.name(correction.name(), "name"));
        String phone = correction.phone() == null
                ? before.phone()
                : wrong.take(() -> PersonalText.phone(correction.phone(), "phone"));
        String account = correction.bankAccount() == null
                ? before.bankAccount()
                : wrong.take(() -> PersonalText.bankAccount(correction.bankAccount(), "bankAccount"));
        GivenDocument given = correction.document();
        IdDocument document = given == null
                ? null
                : wrong.take(() -> IdDocument.read(given.kind(), given.number(), "document.number"));
        String evidence = given == null && correction.bornOn() == null
                ? null
                : wrong.take(() -> PersonalText.evidence(correction.evidence(), "evidence"));
        List<IdDocument> documents = new ArrayList<>(had);
        if (document != null) {
            documents.removeIf(each -> each.kind() == document.kind());
            documents.add(document);
        }
        LocalDate bornOn = settle(correction.bornOn(), document, IdDocument::bornOn, before.bornOn());
        Sex sex = settle(correction.sex(), document, IdDocument::sex, before.sex());
        LocalDate lastDay = before.deceasedOn() == null ? today : before.deceasedOn();
        agree(wrong, documents, bornOn, sex, lastDay);
        String consent = correction.consentVersion() == null
                ? before.consentVersion()
                : correction.consentVersion().strip();
        if (correction.consentVersion() != null && !ConsentVersions.isKnown(consent)) {
            wrong.add(ConsentVersions.refusalOf(consent), "consentVersion");
        }
        wrong.throwIfAny();
        Person after = new Person(
                before.holderId(),
                before.rowVersion(),
                Objects.requireNonNull(name),
                phone,
                account,
                bornOn,
                bornOn.equals(before.bornOn()) ? before.birthEvidence() : evidence,
                before.deceasedOn(),
                sex,
                before.district(),
                consent,
                consent.equals(before.consentVersion()) ? before.consentAt() : now);
        return new Corrected(after, document);
    }

    /** As corrected, else as the new document says, else as before. */
    private static <T> T settle(
            @Nullable T corrected, @Nullable IdDocument document, Function<IdDocument, @Nullable T> said, T before) {
        T inDocument = document == null ? null : said.apply(document);
        return corrected != null ? corrected : inDocument != null ? inDocument : before;
    }

    private static void agree(
            Refusals wrong, List<IdDocument> documents, LocalDate bornOn, Sex sex, LocalDate lastDay) {
        if (bornOn.isBefore(FIRST_BIRTH) || bornOn.isAfter(lastDay)) {
            wrong.add(HolderRefusal.BIRTH_DATE_WRONG, "bornOn");
        }
        if (documents.stream().anyMatch(each -> each.bornOn() != null && !bornOn.equals(each.bornOn()))) {
            wrong.add(HolderRefusal.BIRTH_DATE_DIFFERS, "bornOn");
        }
        if (documents.stream().anyMatch(each -> each.sex() != null && each.sex() != sex)) {
            wrong.add(HolderRefusal.SEX_DIFFERS, "sex");
        }
    }

    private static List<Difference> differences(
            Person before, Corrected corrected, List<IdDocument> had, Correction correction) {
        Person after = corrected.person();
        List<Difference> found = new ArrayList<>();
        compare(found, Field.NAME, before.name(), after.name(), Mask::name);
        compare(found, Field.PHONE, before.phone(), after.phone(), Mask::phone);
        compare(found, Field.BANK_ACCOUNT, before.bankAccount(), after.bankAccount(), Mask::bankAccount);
        compare(found, Field.SEX, before.sex().name(), after.sex().name(), value -> value);
        compare(
                found,
                Field.BORN_ON,
                before.bornOn().toString(),
                after.bornOn().toString(),
                value -> Mask.bornOn(LocalDate.parse(value)));
        compare(found, Field.BIRTH_EVIDENCE, before.birthEvidence(), after.birthEvidence(), value -> "***");
        compare(found, Field.CONSENT, before.consentVersion(), after.consentVersion(), value -> value);
        IdDocument document = corrected.document();
        if (document != null && !had.contains(document)) {
            IdDocument old = had.stream()
                    .filter(each -> each.kind() == document.kind())
                    .findFirst()
                    .orElse(null);
            found.add(new Difference(
                    Field.DOCUMENT,
                    old == null ? null : old.number(),
                    old == null ? "" : old.toString(),
                    document.toString()));
        }
        if (correction.photo() != null) {
            found.add(new Difference(Field.PHOTO, null, "", "newer"));
        }
        return found;
    }

    private static void compare(
            List<Difference> found,
            Field field,
            @Nullable String before,
            @Nullable String after,
            Function<String, String> mask) {
        if (!Objects.equals(before, after)) {
            found.add(new Difference(
                    field, before, before == null ? "" : mask.apply(before), after == null ? "" : mask.apply(after)));
        }
    }

    private static AuditEntry entry(long holderId, List<Difference> differences) {
        Map<String, String> was = new TreeMap<>();
        Map<String, String> is = new TreeMap<>();
        for (Difference difference : differences) {
            was.put(difference.field().name(), difference.maskBefore());
            is.put(difference.field().name(), difference.maskAfter());
        }
        return AuditEntry.of("HOLDER_CORRECTED", "HOLDER", holderId).changed(was, is);
    }
}
