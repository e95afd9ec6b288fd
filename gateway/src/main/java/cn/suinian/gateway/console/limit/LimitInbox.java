package cn.suinian.gateway.console.limit;

import cn.suinian.core.registry.VendorRegister;
import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.console.approval.WaitingItem;
import cn.suinian.gateway.console.approval.WaitingRoom;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.limit.LimitRoom;
import cn.suinian.settlement.limit.LimitVersion;
import cn.suinian.settlement.limit.LimitVersion.State;
import cn.suinian.settlement.limit.Limits;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes of limits that wait for a second person, for the inbox of the whole console. */
public final class LimitInbox implements WaitingRoom {
    private final Limits limits;
    private final VendorRegister vendors;

    public LimitInbox(Limits limits, VendorRegister vendors) {
        this.limits = limits;
        this.vendors = vendors;
    }

    @Override
    public List<WaitingItem> waiting(Actor visitor, Language language) throws SQLException {
        List<WaitingItem> items = new ArrayList<>();
        for (LimitRoom room : LimitRoom.values()) {
            if (visitor.may(room.view())) {
                add(visitor, room, language, items);
            }
        }
        return items;
    }

    private void add(Actor visitor, LimitRoom room, Language language, List<WaitingItem> items) throws SQLException {
        List<LimitVersion> waiting = limits.listHistory(visitor, room).stream()
                .filter(version -> version.state() == State.WAITING)
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        LimitWords words = LimitWords.of(vendors, room, visitor, language);
        for (LimitVersion version : waiting) {
            boolean own = Objects.equals(visitor.staffId(), version.askedBy());
            boolean decides = visitor.may(room.approve()) && visitor.scope().district() == null;
            if (own || decides) {
                items.add(new WaitingItem(
                        LimitText.KIND.in(language),
                        words.name(version.limit()) + " · " + words.about(version.limit(), version.about()) + " → "
                                + words.value(version.limit(), version.value()),
                        LimitViews.path(room),
                        OptionalLong.empty(),
                        new WaitingItem.Request(
                                version.requestNo(),
                                version.askedAs(),
                                version.askedAt(),
                                version.reason(),
                                own,
                                limits::withdraw),
                        LimitViews.path(version),
                        Optional.empty()));
            }
        }
    }
}
