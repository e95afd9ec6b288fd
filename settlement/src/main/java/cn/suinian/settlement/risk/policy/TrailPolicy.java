package cn.suinian.settlement.risk.policy;

import java.util.function.Consumer;

/** Walks along one trail and says what looks wrong; one object for each trail. */
interface TrailPolicy {

    /** The next tap of the trail, made no earlier than the one before. */
    void next(RiskTap tap, Consumer<RiskFlag> flags);
}
