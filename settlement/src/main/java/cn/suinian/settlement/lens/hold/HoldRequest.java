package cn.suinian.settlement.lens.hold;

import cn.suinian.settlement.lens.item.ItemRef;
import java.util.List;

/**
 * A hold that somebody wants to place.
 *
 * @param grounds the flags and findings that it rests on; none when the reason says it all
 */
public record HoldRequest(int vendorId, HeldDays days, String reason, List<ItemRef> grounds) {

    public HoldRequest {
        grounds = grounds.stream().distinct().toList();
    }
}
