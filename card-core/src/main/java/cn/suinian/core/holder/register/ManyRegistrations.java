package cn.suinian.core.holder.register;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.crypto.Hex;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.refusal.FieldRefusal;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Registers many people in one transaction, by the rules of one at a counter, with a few statements for all of them.
 * The caller asks for the permission and records the act: one entry of the audit trail for all. Each verdict about
 * somebody whom another district serves is a look of the actor's day; beyond it they are refused.
 */
public final class ManyRegistrations {
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(key) FROM unnest(?::bigint[]) AS key";
    private static final int ATTEMPTS = 5;

    private final Seals seals;
    private final PersonStore persons;
    private final DocumentStore documents;
    private final CircumstanceStore circumstances;
    private final AlikeStore alike;

    public ManyRegistrations(DataVault vault) {
        this.seals = new Seals(vault);
        this.persons = new PersonStore(seals);
        this.documents = new DocumentStore(seals);
        this.circumstances = new CircumstanceStore(seals);
        this.alike = new AlikeStore();
    }

    /** Somebody whose registration is in order, and by what they are found. */
    private record Candidate(
            int place, Registration given, Intake.Accepted accepted, List<String> persons, String name) {

        LocalDate bornOn() {
            return accepted.bornOn();
        }

        /** The same lock as a registration at a counter takes. */
        long lock() {
            return ByteBuffer.wrap(Hex.decode(name)).getLong() ^ bornOn().toEpochDay();
        }

        District district() {
            return given.residence().district();
        }
    }

    /** Somebody who is being registered, with their number. */
    private record Enrolment(Candidate candidate, long holderId) {}

    /** What became of all of them so far; null: nothing stands against it. */
    private static final class Round {
        private final Verdict[] verdicts;
        private final List<Candidate> candidates;

        Round(Verdict[] verdicts, List<Candidate> candidates) {
            this.verdicts = verdicts;
            this.candidates = candidates;
        }
    }

    /** What registering them would meet, each by itself, without doing or recording it; in the order given. */
    public List<Verdict> judge(Connection transaction, Actor actor, List<Registration> given, LocalDate today)
            throws SQLException {
        Round round = intake(actor, given, today);
        for (Candidate each : settle(transaction, actor, round, today, true)) {
            round.verdicts[each.place] = new Verdict.Fit(
                    each.persons.get(0),
                    Hex.encode(
                            seals.nameAndBirthIndex(PersonalText.comparedName(each.accepted.name()), each.bornOn())));
        }
        return List.of(round.verdicts);
    }

    /** Registers those against whom nothing stands; in the order given. */
    public List<Verdict> register(
            Connection transaction, Actor actor, List<Registration> given, LocalDate today, Instant now)
            throws SQLException {
        Round round = intake(actor, given, today);
        lock(transaction, round.candidates);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Savepoint before = transaction.setSavepoint();
            Round tried = new Round(round.verdicts.clone(), round.candidates);
            List<Candidate> fit = settle(transaction, actor, tried, today, false);
            if (enrol(transaction, actor, distinct(transaction, tried, fit), today, now)) {
                return List.of(tried.verdicts);
            }
            // Somebody at a counter was faster with one of the documents; now they are seen.
            transaction.rollback(before);
        }
        throw new SQLException("documents of a file are being registered elsewhere", "40001");
    }

    private Round intake(Actor actor, List<Registration> given, LocalDate today) {
        Round round = new Round(new Verdict[given.size()], new ArrayList<>());
        for (int i = 0; i < given.size(); i++) {
            try {
                Intake.Accepted accepted = Intake.accept(given.get(i), actor.scope(), today);
                round.candidates.add(new Candidate(
                        i,
                        given.get(i),
                        accepted,
                        accepted.documents().stream()
                                .map(document -> Hex.encode(documents.index(document)))
                                .toList(),
                        Hex.encode(seals.nameIndex(PersonalText.comparedName(accepted.name())))));
            } catch (RefusedException refused) {
                round.verdicts[i] = new Verdict.Wrong(refused.all());
            }
        }
        return round;
    }

    /** In one order for everybody who locks many. */
    private static void lock(Connection transaction, List<Candidate> candidates) throws SQLException {
        Long[] keys =
                candidates.stream().map(Candidate::lock).sorted().distinct().toArray(Long[]::new);
        try (PreparedStatement lock = transaction.prepareStatement(ONE_AT_A_TIME)) {
            lock.setArray(1, transaction.createArrayOf("bigint", keys));
            lock.execute();
        }
    }

    /**
     * Says what stands against each; returns those against whom nothing does.
     *
     * @param hushes whether nothing is said of anybody any more once the looks of the day are used up: one refused
     *     beside one that is not would tell who is registered elsewhere. What was judged before is registered
     */
    private List<Candidate> settle(Connection transaction, Actor actor, Round round, LocalDate today, boolean hushes)
            throws SQLException {
        Map<String, DocumentStore.Owner> owners = documents.owners(
                transaction,
                round.candidates.stream()
                        .flatMap(each -> each.persons.stream().map(Hex::decode))
                        .toList());
        Map<String, List<AlikeStore.Met>> namesakes = alike.find(
                transaction,
                round.candidates.stream()
                        .map(each -> new AlikeStore.Namesake(each.name, each.bornOn()))
                        .toList());
        List<Candidate> fit = new ArrayList<>();
        boolean silent = hushes && spent(transaction, actor, today);
        for (Candidate each : round.candidates) {
            if (silent) {
                round.verdicts[each.place] = enough("documents");
                continue;
            }
            DocumentStore.Owner owner = each.persons.stream()
                    .map(owners::get)
                    .filter(found -> found != null)
                    .findFirst()
                    .orElse(null);
            List<AlikeStore.Met> met = namesakes.getOrDefault(AlikeStore.key(each.name, each.bornOn()), List.of());
            List<Long> same = met.stream().map(AlikeStore.Met::holderId).toList();
            if (owner != null) {
                Verdict known = new Verdict.Known(owner.holderId(), owner.district());
                boolean ours = actor.scope().sees(owner.district());
                round.verdicts[each.place] = ours ? known : counted(transaction, actor, today, known, "documents");
                silent = hushes && !ours && spent(transaction, actor, today);
            } else if (!each.given.notTheSameAs().containsAll(same)) {
                Verdict alike = new Verdict.Alike(same);
                boolean ours = met.stream().allMatch(one -> actor.scope().sees(one.district()));
                round.verdicts[each.place] = ours ? alike : counted(transaction, actor, today, alike, "name");
                silent = hushes && !ours && spent(transaction, actor, today);
            } else {
                fit.add(each);
            }
        }
        return fit;
    }

    /** Said of somebody whom another district serves only as often as the day allows. */
    private static Verdict counted(
            Connection transaction, Actor actor, LocalDate today, Verdict verdict, String otherwiseAt)
            throws SQLException {
        return ElsewhereUse.LOOK.take(transaction, actor, today) ? verdict : enough(otherwiseAt);
    }

    private static Verdict enough(String at) {
        return new Verdict.Wrong(List.of(new FieldRefusal(HolderRefusal.ENOUGH_ELSEWHERE, at)));
    }

    private static boolean spent(Connection transaction, Actor actor, LocalDate today) throws SQLException {
        return actor.scope().district() != null && !ElsewhereUse.LOOK.isLeft(transaction, actor, today);
    }

    /** The first of each person among them, with the number of a holder to be; the others meet that one. */
    private List<Enrolment> distinct(Connection transaction, Round round, List<Candidate> fit) throws SQLException {
        Sequence numbers = Sequence.take(transaction, "holder", "holder_id", fit.size());
        Map<String, Long> byDocument = new HashMap<>();
        Map<String, Long> byName = new HashMap<>();
        List<Enrolment> first = new ArrayList<>();
        for (Candidate each : fit) {
            Long known = each.persons.stream()
                    .map(byDocument::get)
                    .filter(found -> found != null)
                    .findFirst()
                    .orElse(null);
            String name = AlikeStore.key(each.name, each.bornOn());
            if (known != null) {
                round.verdicts[each.place] = new Verdict.Known(known, each.district());
            } else if (byName.containsKey(name)) {
                round.verdicts[each.place] = new Verdict.Alike(List.of(byName.get(name)));
            } else {
                long holderId = numbers.next();
                each.persons.forEach(person -> byDocument.put(person, holderId));
                byName.put(name, holderId);
                first.add(new Enrolment(each, holderId));
                round.verdicts[each.place] = new Verdict.Enrolled(holderId);
            }
        }
        return first;
    }

    private boolean enrol(Connection transaction, Actor actor, List<Enrolment> fit, LocalDate today, Instant now)
            throws SQLException {
        List<Person> people = new ArrayList<>();
        List<DocumentStore.Owned> owned = new ArrayList<>();
        List<CircumstanceStore.Hukou> hukou = new ArrayList<>();
        List<CircumstanceStore.Claimed> claims = new ArrayList<>();
        List<CircumstanceStore.Stated> statements = new ArrayList<>();
        for (Enrolment enrolment : fit) {
            Candidate each = enrolment.candidate;
            long holderId = enrolment.holderId;
            people.add(Registrations.person(holderId, each.accepted, each.district(), now));
            for (IdDocument document : each.accepted.documents()) {
                owned.add(new DocumentStore.Owned(holderId, document));
            }
            District district = each.given.residence().hukou();
            String evidence = each.accepted.hukouEvidence();
            if (district != null && evidence != null) {
                LocalDate since = each.given.residence().hukouSince();
                CircumstanceStore.Said said = Registrations.hukou(district, since == null ? today : since, evidence);
                hukou.add(new CircumstanceStore.Hukou(holderId, district, said.on()));
                statements.add(new CircumstanceStore.Stated(holderId, said));
            }
            each.accepted.categories().forEach(claim -> {
                claims.add(new CircumstanceStore.Claimed(holderId, claim));
                statements.add(new CircumstanceStore.Stated(holderId, Circumstances.said(claim)));
            });
        }
        persons.newHolders(transaction, people);
        persons.insertAll(transaction, people, actor, now);
        boolean theirs = documents.addAll(transaction, owned, actor, now);
        circumstances.setHukou(transaction, hukou);
        circumstances.addCategories(transaction, claims);
        circumstances.state(transaction, statements, actor, now);
        return theirs;
    }
}
