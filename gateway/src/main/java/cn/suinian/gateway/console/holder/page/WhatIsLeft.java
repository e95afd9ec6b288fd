package cn.suinian.gateway.console.holder.page;

import cn.suinian.core.reference.Reference;
import cn.suinian.gateway.console.page.Language;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** What somebody has left today, in lines for the slip that they take home with a new card. */
public final class WhatIsLeft {

    private final Benefits benefits;

    /**
     * Read past the desks, as the holder's page does.
     *
     * @param reference rules and calendar as this node knows them
     */
    public WhatIsLeft(SqlClient database, Supplier<Reference> reference, Clock clock) {
        this.benefits = new Benefits(database, reference, clock);
    }

    /** Today's lunches and the month's home-care vouchers; none when nothing limits them or the database is silent. */
    public List<String> of(long holderId, Language language) throws InterruptedException {
        return new BenefitsView(benefits.of(holderId), language).slip();
    }
}
