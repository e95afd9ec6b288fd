package cn.suinian.gateway.console.approval;

import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.console.page.Language;
import java.util.List;

/** A room of the house where something may wait for a second person. */
@FunctionalInterface
public interface WaitingRoom {

    /**
     * What waits and this visitor may see: what they may decide, and what they asked for themselves. Nothing, and no
     * refusal, for somebody who has no business here.
     */
    List<WaitingItem> waiting(Actor visitor, Language language) throws Exception;
}
