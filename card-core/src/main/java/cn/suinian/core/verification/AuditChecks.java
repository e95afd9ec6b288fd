package cn.suinian.core.verification;

import cn.suinian.core.audit.AuditChain;
import java.util.List;

/** What holds for the audit trail. */
final class AuditChecks {

    static final List<Check> ALL = List.of(Check.inspected(
            "the audit trail is whole: no entry was edited, removed or slipped in",
            List.of("audit_log", "audit_head"),
            "somebody with the rights of the database's owner was at it: keep this database as evidence, compare the"
                    + " trail with the last export and the last backup, and find out who had those rights",
            AuditChain::breaches));

    private AuditChecks() {}
}
