package cn.suinian.core.holder.lookup;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.card.CardNumber;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.holder.person.Photo;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.elsewhere.ElsewhereUse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks holders up, within a transaction that also records the look-up. */
public final class LookUps {
    private static final int MOST_HITS = 20;
    private static final int MOST_DUPLICATES = 5;

    private final SearchStore search;
    private final PageStore pages;
    private final FullStore full;
    private final AuditLog audit;

    public LookUps(Seals seals, AuditLog audit) {
        this.search = new SearchStore(seals);
        this.pages = new PageStore(seals);
        this.full = new FullStore(seals);
        this.audit = audit;
    }

    /**
     * Whoever the text can be, as far as they are visible.
     *
     * @param today of whose allowance the look beyond the own district is
     */
    public Hits find(Connection transaction, Actor actor, SearchText text, LocalDate today) throws SQLException {
        require(actor, Permission.HOLDER_SEARCH);
        TreeSet<Long> found = new TreeSet<>();
        int most = MOST_HITS + 1;
        if (text.card() != null) {
            found.addAll(search.byCard(transaction, text.card(), actor.scope(), most));
        }
        if (text.document() != null) {
            found.addAll(search.byDocument(transaction, text.document(), actor.scope(), most));
        }
        boolean ours = !found.isEmpty();
        for (String phone : text.phones()) {
            found.addAll(search.byPhone(transaction, phone, actor.scope(), most));
        }
        if (text.name() != null) {
            found.addAll(search.byName(transaction, text.name(), actor.scope(), most));
        }
        boolean more = found.size() > MOST_HITS;
        Beyond beyond = ours ? Beyond.NOT : beyond(transaction, actor, text, today);
        Hits hits = new Hits(
                text.kinds(),
                search.hits(transaction, found.stream().limit(MOST_HITS).toList(), actor.scope()),
                more,
                beyond.found().stream().map(SearchStore.Met::shown).toList(),
                beyond.left());
        String kinds = text.kinds().stream().map(Enum::name).collect(Collectors.joining(" "));
        String count = more ? MOST_HITS + "+" : Integer.toString(hits.hits().size());
        Map<String, String> outcome = new TreeMap<>(Map.of("kind", kinds, "hits", count));
        if (!beyond.found().isEmpty()) {
            outcome.put("elsewhere", Integer.toString(beyond.found().size()));
            outcome.put(
                    "met",
                    beyond.found().stream()
                            .map(met -> Long.toString(met.holderId()))
                            .collect(Collectors.joining(" ")));
        }
        if (beyond.left()) {
            outcome.put("elsewhere", "left");
        }
        audit.append(transaction, actor, new AuditEntry("HOLDER_SEARCHED", null, null, Map.of(), outcome, null));
        return hits;
    }

    /**
     * What a search found beyond the own district.
     *
     * @param left whether it did not look there, since the allowance of the day is used up
     */
    private record Beyond(List<SearchStore.Met> found, boolean left) {
        /** It had no reason to. */
        static final Beyond NOT = new Beyond(List.of(), false);

        static final Beyond LEFT = new Beyond(List.of(), true);
    }

    private Beyond beyond(Connection transaction, Actor actor, SearchText text, LocalDate today) throws SQLException {
        boolean looks = actor.may(Permission.CARD_REPORT_LOST)
                && actor.scope().district() != null
                && (text.card() != null || text.document() != null);
        if (!looks) {
            return Beyond.NOT;
        }
        if (!ElsewhereUse.SEARCH.take(transaction, actor, today)) {
            return Beyond.LEFT;
        }
        List<SearchStore.Met> found = search.elsewhere(transaction, text.card(), text.document(), actor.scope());
        boolean mayBeSeen = found.isEmpty() || ElsewhereUse.LOOK.take(transaction, actor, today);
        return mayBeSeen ? new Beyond(found, false) : Beyond.LEFT;
    }

    /**
     * Whose card this is, when another district serves them, to report it lost; the look is in the audit trail. Empty:
     * the actor's own counters serve them, nobody of whom there is a record has this card, or it is live no more.
     *
     * @throws RefusedException when the actor has looked often enough today
     */
    public Optional<Elsewhere> elsewhere(Connection transaction, Actor actor, CardNumber card, LocalDate today)
            throws SQLException {
        require(actor, Permission.CARD_REPORT_LOST);
        Optional<Elsewhere> found = search.elsewhere(transaction, card, null, actor.scope()).stream()
                .map(SearchStore.Met::shown)
                .findFirst();
        if (found.isPresent()) {
            if (!ElsewhereUse.LOOK.take(transaction, actor, today)) {
                throw new RefusedException(HolderRefusal.ENOUGH_ELSEWHERE);
            }
            audit.append(transaction, actor, AuditEntry.of("CARD_VIEWED_ELSEWHERE", "CARD", card.serial()));
        }
        return found;
    }

    /**
     * Whose card somebody brings to a desk of the allowance, as far as they are visible: by the whole number of a card
     * alone, for staff who may search by nothing else. The look is in the audit trail like a search.
     */
    public List<Hit> byCardAtADesk(Connection transaction, Actor actor, CardNumber card) throws SQLException {
        require(actor, Permission.ALLOWANCE_PREPARE);
        List<Long> found = search.byCard(transaction, card, actor.scope(), 1);
        Map<String, String> outcome =
                Map.of("kind", SearchText.Kind.CARD.name(), "hits", Integer.toString(found.size()));
        audit.append(transaction, actor, new AuditEntry("HOLDER_SEARCHED", null, null, Map.of(), outcome, null));
        return search.hits(transaction, found, actor.scope());
    }

    /** Whoever has this name and birthday, wherever they are served; not recorded. */
    public List<Namesake> sameNameAndBirth(Connection transaction, Actor actor, String comparedName, LocalDate bornOn)
            throws SQLException {
        List<Long> found = search.byNameAndBirth(transaction, comparedName, bornOn, MOST_DUPLICATES);
        return search.hits(transaction, found, actor.scope()).stream()
                .map(Namesake::of)
                .toList();
    }

    /** A holder's page. */
    public HolderPage page(Connection transaction, Actor actor, long holderId, LocalDate today) throws SQLException {
        require(actor, Permission.HOLDER_VIEW);
        HolderPage page = visible(pages.find(transaction, holderId, today), actor);
        audit.append(transaction, actor, AuditEntry.of("HOLDER_VIEWED", "HOLDER", holderId));
        return page;
    }

    /** A holder's personal data in full. */
    public FullRecord show(Connection transaction, Actor actor, long holderId, String reason) throws SQLException {
        require(actor, Permission.PERSONAL_DATA_SHOW);
        String why = PersonalText.reason(reason, "reason");
        requireVisible(transaction, actor, holderId);
        FullRecord record =
                full.find(transaction, holderId).orElseThrow(() -> new RefusedException(HolderRefusal.NO_SUCH_HOLDER));
        audit.append(
                transaction,
                actor,
                AuditEntry.of("HOLDER_SHOWN", "HOLDER", holderId).because(why));
        return record;
    }

    /** A holder's newest photo, if there is one. */
    public Optional<Photo> photo(Connection transaction, Actor actor, long holderId, String reason)
            throws SQLException {
        require(actor, Permission.PERSONAL_DATA_SHOW);
        String why = PersonalText.reason(reason, "reason");
        requireVisible(transaction, actor, holderId);
        Optional<Photo> photo = full.findPhoto(transaction, holderId);
        audit.append(
                transaction,
                actor,
                AuditEntry.of("HOLDER_PHOTO_SHOWN", "HOLDER", holderId).because(why));
        return photo;
    }

    /** Refuses a holder who does not exist or whom another district serves; for acts of other rooms on a holder. */
    public void requireVisible(Connection transaction, Actor actor, long holderId) throws SQLException {
        if (!pages.findDistrict(transaction, holderId)
                .filter(actor.scope()::sees)
                .isPresent()) {
            throw new RefusedException(HolderRefusal.NO_SUCH_HOLDER);
        }
    }

    private static HolderPage visible(Optional<HolderPage> page, Actor actor) {
        return page.filter(found -> actor.scope().sees(found.district()))
                .orElseThrow(() -> new RefusedException(HolderRefusal.NO_SUCH_HOLDER));
    }

    private static void require(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new RefusedException(HolderRefusal.NOT_ALLOWED);
        }
    }
}
