package cn.suinian.core.authorization.explanation;

import cn.suinian.core.authorization.decision.StoredTap;
import org.jspecify.annotations.Nullable;

/**
 * A tap as it is kept, with what is told of it but decides nothing when it is sent again.
 *
 * @param denylistVersion the list that the terminal said it held; null when it said nothing
 */
public record KeptTap(StoredTap tap, @Nullable Long denylistVersion) {}
