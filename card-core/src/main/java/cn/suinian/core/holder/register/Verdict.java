package cn.suinian.core.holder.register;

import cn.suinian.core.holder.District;
import cn.suinian.core.refusal.FieldRefusal;
import java.util.List;

/** What the register says of one of many. */
public sealed interface Verdict {

    /** It is refused, with everything that is wrong. */
    record Wrong(List<FieldRefusal> refusals) implements Verdict {
        public Wrong {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * It would be registered.
     *
     * @param person blind index of whom the document belongs to, in hexadecimal
     * @param alike the same of name and birthday
     */
    record Fit(String person, String alike) implements Verdict {}

    /** A new holder. */
    record Enrolled(long holderId) implements Verdict {}

    /** The person is a holder already, served by this district. */
    record Known(long holderId, District servedBy) implements Verdict {}

    /** These holders have the same name and birthday; nothing was registered. */
    record Alike(List<Long> holderIds) implements Verdict {
        public Alike {
            holderIds = List.copyOf(holderIds);
        }
    }
}
