package cn.suinian.core.verification;

import java.util.List;

/**
 * The checks of one module. A module names its list in
 * {@code META-INF/services/cn.suinian.core.verification.CheckList}.
 */
public interface CheckList {

    /** The checks, in the order in which they are run and shown. */
    List<Check> checks();
}
