package cn.suinian.gateway.console.access;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.staff.signin.SignInRefusal;
import java.time.Duration;

/** {@link SignInRefusal#TOO_OFTEN} with how long to wait, so that nobody makes it longer by trying. */
record TryAgainLater(Duration left) implements Refusal {

    private static final long LONGEST_IN_SECONDS = 90;

    @Override
    public String name() {
        return SignInRefusal.TOO_OFTEN.name();
    }

    @Override
    public String zh() {
        return seconds() > LONGEST_IN_SECONDS
                ? "尝试过于频繁，请 " + minutes() + " 分钟后再试。"
                : "尝试过于频繁，请 " + seconds() + " 秒后再试。";
    }

    @Override
    public String en() {
        return "Too many attempts. Try again in "
                + (seconds() > LONGEST_IN_SECONDS ? minutes() + " minutes." : seconds() + " s.");
    }

    /** Rounded up: whoever waits that long is let in. */
    private long seconds() {
        return left.plusMillis(999).toSeconds();
    }

    private long minutes() {
        return left.plusSeconds(59).toMinutes();
    }
}
