package cn.suinian.core.holder.bulk;

import cn.suinian.core.holder.lookup.Namesake;
import java.util.List;

/**
 * A row that a clerk has to decide on: the same person as somebody who is registered, or another.
 *
 * @param name masked
 * @param document masked
 * @param holders of that name and birthday; empty: the other one is in the file and not registered yet
 */
public record AlikeRow(int rowNo, String name, String document, List<Namesake> holders) {
    public AlikeRow {
        holders = List.copyOf(holders);
    }
}
