package cn.suinian.settlement.allowance.enrolment;

import cn.suinian.core.refusal.FieldRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lines of a file of replies that cannot be taken, up to a hundred of each kind; with any, nothing is taken. */
final class BadLines {

    private static final int MOST = 100;

    private final List<Long> unreadable = new ArrayList<>();
    private final List<Long> notSent = new ArrayList<>();

    void unreadable(long lineNo) {
        if (unreadable.size() < MOST) {
            unreadable.add(lineNo);
        }
    }

    /** It answers a message that was not sent. */
    void notSent(long lineNo) {
        if (notSent.size() < MOST) {
            notSent.add(lineNo);
        }
    }

    /** Refuses the file by its lines, if there are any. */
    void stopIfAny() {
        List<FieldRefusal> all = new ArrayList<>();
        add(all, AllowanceRefusal.REPLIES_UNREADABLE, unreadable);
        add(all, AllowanceRefusal.REPLY_NOT_SENT, notSent);
        if (!all.isEmpty()) {
            throw new RefusedException(all);
        }
    }

    private static void add(List<FieldRefusal> all, AllowanceRefusal refusal, List<Long> lines) {
        if (!lines.isEmpty()) {
            String text = lines.stream().map(Object::toString).collect(Collectors.joining(", "));
            all.add(new FieldRefusal(refusal, "file", Map.of("lines", text)));
        }
    }
}
