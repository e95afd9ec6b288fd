package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import java.time.LocalDate;

/** The identity check for the old-age allowance: from 70 with a Shenzhen hukou; it pays nothing by itself. */
final class ReferenceDesk {

    private ReferenceDesk() {}

    static Answer answer(ReferencePerson person, Tap tap) {
        LocalDate day = tap.key().tapDate();
        District hukou = person.hukouOn(day);
        if (hukou == null || person.ageOn(day) < 70) {
            return Answer.declined(DeclineReason.NOT_ENTITLED, null);
        }
        return new Answer(null, 0, new Grant(5, "ALLOWANCE", Payer.of(hukou), 0, 0), null, null);
    }
}
