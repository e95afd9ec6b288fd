package cn.suinian.gateway.console.reconciliation.word;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Pending;
import java.time.Instant;

/** Where requests of reconciliation are decided. */
public final class RequestLink {
    private RequestLink() {}

    /** The address of one. */
    public static String path(long requestNo) {
        return "/reconciliation/approvals/" + requestNo;
    }

    /** One that waits. */
    public static Pending of(Frame frame, ApprovalRequest request) {
        return of(frame, request.requestNo(), request.askedAs(), request.askedAt());
    }

    /** One that waits, as a timeline has it. */
    public static Pending of(Frame frame, long requestNo, String askedAs, Instant at) {
        return Pending.of(frame, path(requestNo), askedAs, at);
    }
}
