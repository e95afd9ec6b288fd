package cn.suinian.core.staff.signin;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.password.Passwords;
import java.security.SecureRandom;
import java.time.Clock;

/** What every step of signing in works with. */
public record SignInParts(
        Transactions transactions,
        Passwords passwords,
        DataVault seal,
        AuditLog audit,
        SignInConfig config,
        SecureRandom random,
        Clock clock) {

    /** The sessions that these steps open. */
    public Sessions sessions() {
        return new Sessions(transactions, audit, config, random, clock);
    }
}
