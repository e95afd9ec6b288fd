package cn.suinian.core.postgres;

import java.util.List;

/**
 * The invariants of one module. A module names its list in
 * {@code META-INF/services/cn.suinian.core.postgres.InvariantList} of its test resources.
 */
public interface InvariantList {
    List<Invariant> invariants();
}
