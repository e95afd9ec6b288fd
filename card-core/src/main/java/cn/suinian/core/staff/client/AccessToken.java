package cn.suinian.core.staff.client;

import cn.suinian.core.settings.Secret;
import java.time.Duration;

/** What a client shows with its calls, and how long it is good for. */
public record AccessToken(Secret token, Duration lifetime) {}
