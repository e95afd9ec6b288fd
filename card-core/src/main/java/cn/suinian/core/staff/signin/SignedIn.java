package cn.suinian.core.staff.signin;

import cn.suinian.core.settings.Secret;

/**
 * A step that was taken.
 *
 * @param token for the browser's cookie; any token before it is void
 * @param csrf what forms carry
 * @param stage what is wanted next
 */
public record SignedIn(Secret token, Secret csrf, SignInStage stage) {}
