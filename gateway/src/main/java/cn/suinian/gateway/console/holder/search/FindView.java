package cn.suinian.gateway.console.holder.search;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.lookup.Elsewhere;
import cn.suinian.core.holder.lookup.Hit;
import cn.suinian.core.holder.lookup.Hits;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.holder.word.CardLink;
import cn.suinian.gateway.console.holder.word.WordText;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The box and what it found, ready to print.
 *
 * @param hits null: nothing was looked for yet, or the text was refused
 */
public record FindView(FormView form, @Nullable Hits hits) {

    private static final int YEAR = 4;

    /** A badge. */
    public record Badge(String tone, String text) {}

    /** Somebody who was found. */
    public record Row(
            String path,
            String name,
            String person,
            String documents,
            String district,
            @Nullable String card,
            @Nullable String cardPath,
            Badge badge,
            List<CardLink> links) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(FindText phrase, Object... values) {
        return frame().say(phrase, values);
    }

    /** Whether this visitor may register somebody. */
    public boolean mayRegister() {
        return frame().visitor().may(Permission.HOLDER_REGISTER);
    }

    /** Whether this visitor may open a holder's page. */
    public boolean mayOpen() {
        return frame().visitor().may(Permission.HOLDER_VIEW);
    }

    /** Whether something was looked for and nobody was found. */
    public boolean nobody() {
        return hits != null && hits.hits().isEmpty() && hits.elsewhere().isEmpty();
    }

    /** Whether the search left other districts out, since this visitor has looked there often enough today. */
    public boolean ownDistrictOnly() {
        return hits != null && hits.ownDistrictOnly();
    }

    /** Somebody whom another district serves, whose card can be reported lost here. */
    public record Away(String name, String card, Badge badge, String servedBy, List<CardLink> links) {}

    /** Whoever was found by a whole number and is served elsewhere. */
    public List<Away> away() {
        return hits == null
                ? List.of()
                : hits.elsewhere().stream().map(this::away).toList();
    }

    private Away away(Elsewhere found) {
        CardStatus status = found.cardStatus();
        return new Away(
                found.name(),
                found.card(),
                new Badge(Words.tone(status), Words.of(status).in(frame().language())),
                say(FindText.ELSEWHERE, Words.of(found.servedBy(), frame().language())),
                status == CardStatus.LOST ? List.of() : List.of(CardLink.reportLost(frame(), found.cardSerial())));
    }

    public List<Row> rows() {
        return hits == null ? List.of() : hits.hits().stream().map(this::row).toList();
    }

    /** How many were found; of too many, that there are. */
    public String count() {
        int shown = rows().size();
        return hits != null && hits.more() ? say(FindText.MORE, shown) : say(FindText.FOUND, shown);
    }

    private Row row(Hit hit) {
        String year = hit.bornOn().substring(0, YEAR);
        return new Row(
                "/holders/" + hit.holderId(),
                hit.name(),
                Words.of(hit.sex()).in(frame().language()) + frame().say(WordText.COMMA) + say(FindText.BORN, year),
                String.join(frame().say(WordText.COMMA), hit.documents()),
                Words.of(hit.district(), frame().language()),
                hit.card(),
                mayOpen() && hit.visible() && hit.cardSerial() != null ? "/cards/" + hit.cardSerial() : null,
                badge(hit),
                links(hit));
    }

    private Badge badge(Hit hit) {
        CardStatus status = hit.cardStatus();
        if (hit.deceased()) {
            return new Badge("bad", frame().say(WordText.DECEASED));
        }
        return status == null
                ? new Badge("wait", frame().say(WordText.NO_CARD))
                : new Badge(Words.tone(status), Words.of(status).in(frame().language()));
    }

    private List<CardLink> links(Hit hit) {
        Integer serial = hit.cardSerial();
        CardStatus status = hit.cardStatus();
        if (!hit.visible() || hit.deceased()) {
            return List.of();
        }
        return serial == null || status == null
                ? CardLink.handOver(frame(), hit.holderId())
                : CardLink.of(frame(), serial, status);
    }
}
