package cn.suinian.gateway.console.holder.word;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.page.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * A way on to something that can be done with a card.
 *
 * @param path of the page that does it
 * @param name what it is called
 * @param pressing whether it is what people come in a hurry for
 */
public record CardLink(String path, String name, boolean pressing) {

    /** What this visitor may do with a card. */
    public static List<CardLink> of(Frame frame, int serial, CardStatus status) {
        List<CardLink> links = new ArrayList<>();
        switch (status) {
            case ISSUED -> {
                add(links, frame, Permission.CARD_ISSUE, serial, "activate", WordText.ACTIVATE);
                add(links, frame, Permission.CARD_REPORT_LOST, serial, "lost", WordText.REPORT_LOST);
                add(links, frame, Permission.CARD_CANCEL, serial, "cancel", WordText.CANCEL_CARD);
            }
            case ACTIVE -> {
                add(links, frame, Permission.CARD_REPORT_LOST, serial, "lost", WordText.REPORT_LOST);
                add(links, frame, Permission.CARD_REPLACE, serial, "replace", WordText.REPLACE);
                add(links, frame, Permission.CARD_CANCEL, serial, "cancel", WordText.CANCEL_CARD);
            }
            case LOST -> {
                add(links, frame, Permission.CARD_REPLACE, serial, "replace", WordText.REPLACE);
                add(links, frame, Permission.CARD_REPORT_LOST, serial, "found", WordText.FOUND_AGAIN);
                add(links, frame, Permission.CARD_CANCEL, serial, "cancel", WordText.CANCEL_CARD);
            }
            case REPLACED, CANCELLED -> {}
        }
        return links;
    }

    /** To report a card lost, which every counter does for everybody. */
    public static CardLink reportLost(Frame frame, int serial) {
        return new CardLink("/cards/" + serial + "/lost", frame.say(WordText.REPORT_LOST), true);
    }

    /** To renew a card that is due; nothing for whoever may not. */
    public static List<CardLink> renew(Frame frame, int serial) {
        List<CardLink> links = new ArrayList<>();
        add(links, frame, Permission.CARD_RENEW, serial, "renew", WordText.RENEW);
        return links;
    }

    /** To somebody's first card, or the next one; nothing for whoever may not hand one over. */
    public static List<CardLink> handOver(Frame frame, long holderId) {
        return frame.visitor().may(Permission.CARD_ISSUE)
                ? List.of(new CardLink("/cards/issue?holder=" + holderId, frame.say(WordText.HAND_OVER), true))
                : List.of();
    }

    private static void add(
            List<CardLink> links, Frame frame, Permission permission, int serial, String act, WordText name) {
        if (frame.visitor().may(permission)) {
            links.add(new CardLink("/cards/" + serial + "/" + act, frame.say(name), name == WordText.REPORT_LOST));
        }
    }
}
