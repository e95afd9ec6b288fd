package cn.suinian.settlement.clearing;

import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.terminal.Service;

/** How many taps of a service were declined for a reason on one business day. */
public record DeclineCount(Service service, DeclineReason reason, long taps) {}
