package cn.suinian.core.simulation;

import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Tap;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One tap as its terminal keeps it until it is answered. However often it is presented, its content is the same. */
final class Job {

    final int number;
    final Tap content;
    final LocalDateTime madeAt;

    @Nullable
    Answer answer;

    @Nullable
    Cause end;

    /** The moment it was really made may differ from what the terminal's clock says. */
    Job(int number, Tap content, LocalDateTime madeAt) {
        this.number = number;
        this.content = content;
        this.madeAt = madeAt;
    }

    boolean approved() {
        return answer != null && answer.approved();
    }

    boolean finished() {
        return answer != null || end != null;
    }

    @Override
    public String toString() {
        return "tap " + number;
    }
}
