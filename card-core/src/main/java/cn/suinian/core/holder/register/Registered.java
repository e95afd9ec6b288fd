package cn.suinian.core.holder.register;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.lookup.Namesake;
import java.util.List;

/** What became of a registration that was in order. */
public sealed interface Registered {

    /** A new holder. */
    record NewHolder(long holderId) implements Registered {}

    /**
     * The person is a holder already; nothing was registered.
     *
     * @param servedBy the district whose counters see them
     * @param visible whether whoever asked does
     */
    record AlreadyRegistered(long holderId, District servedBy, boolean visible) implements Registered {}

    /** There are holders of the same name and birthday: nothing was registered until the clerk says they are others. */
    record PossibleDuplicates(List<Namesake> holders) implements Registered {
        public PossibleDuplicates {
            holders = List.copyOf(holders);
        }
    }
}
