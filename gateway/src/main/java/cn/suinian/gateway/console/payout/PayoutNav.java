package cn.suinian.gateway.console.payout;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.payout.word.Nav;
import cn.suinian.gateway.console.payout.word.Nav.Place;
import java.util.ArrayList;
import java.util.List;

/** Where every page of payments leads beside the head of the page. */
public final class PayoutNav {

    private PayoutNav() {}

    /** As far as the reader may go there. */
    public static Nav of(Frame frame) {
        List<Place> places = new ArrayList<>(List.of(
                new Place("/payouts/due", PayoutText.TO_DUE),
                new Place("/payouts", PayoutText.BATCHES),
                new Place("/payouts/answers", PayoutText.TO_ANSWERS),
                new Place("/payouts/returns", PayoutText.TO_RETURNS),
                new Place("/payouts/accounts", PayoutText.TO_ACCOUNTS)));
        if (frame.visitor().may(Permission.RECONCILE_VIEW)) {
            places.add(new Place("/account-statements", PayoutText.TO_STATEMENTS));
        }
        places.add(new Place("/payouts/limits", PayoutText.TO_LIMITS));
        return new Nav(frame, places);
    }
}
