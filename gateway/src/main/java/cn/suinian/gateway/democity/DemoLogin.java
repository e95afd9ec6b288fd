package cn.suinian.gateway.democity;

import cn.suinian.core.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * How somebody of a demo city signs in.
 *
 * @param counter where they work; null: for the whole city
 * @param authenticator its secret, in hex
 * @param address the same as authenticators take it, {@code otpauth://}
 */
public record DemoLogin(
        String account,
        String name,
        String role,
        @Nullable String counter,
        Secret password,
        Secret authenticator,
        Secret address) {}
