package cn.suinian.gateway.console.account;

import cn.suinian.gateway.console.access.Session;
import cn.suinian.gateway.console.access.Sessions.Open;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.signin.ProviderDoor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own page, ready to print.
 *
 * @param door the house's provider of identity; null: it has none
 */
public record AccountView(
        FormView form,
        Session session,
        List<Open> open,
        @Nullable ProviderDoor door) {

    /** One session. */
    public record Row(String address, String since, String lastSeen, boolean thisOne) {}

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(AccountText phrase) {
        return frame().say(phrase);
    }

    /** The name they sign in with. */
    public String account() {
        return session.actor().account();
    }

    /** Every session. */
    public List<Row> rows() {
        return open.stream()
                .map(each -> new Row(
                        each.address(),
                        Figures.dateTime(each.since()),
                        Figures.dateTime(each.lastSeen()),
                        each.sessionId() == session.sessionId()))
                .toList();
    }
}
