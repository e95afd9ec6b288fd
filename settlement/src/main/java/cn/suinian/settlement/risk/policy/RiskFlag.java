package cn.suinian.settlement.risk.policy;

import org.jspecify.annotations.Nullable;

/**
 * Something about a tap that somebody should look at.
 *
 * @param score 0 to 100: how hard it is to explain innocently
 * @param tap the tap it is about, the later one if there are two
 * @param other the tap it was compared with; null: none
 */
public record RiskFlag(
        FlagKind kind, int score, RiskTap tap, @Nullable RiskTap other, Evidence evidence) {

    private static final int MOST = 100;

    public RiskFlag {
        if (score < 0 || score > MOST) {
            throw new IllegalArgumentException("a score is 0 to 100, not " + score);
        }
    }

    /** A flag about two taps; the evidence begins with their times. */
    static RiskFlag ofTwo(FlagKind kind, long score, RiskTap tap, RiskTap other) {
        Evidence evidence = new Evidence()
                .with("tappedAt", tap.tappedAt())
                .with("otherTappedAt", other.tappedAt())
                .with("seconds", tap.secondsAfter(other));
        return new RiskFlag(kind, clamped(score), tap, other, evidence);
    }

    /** A flag about one tap. */
    static RiskFlag ofOne(FlagKind kind, int score, RiskTap tap) {
        return new RiskFlag(kind, score, tap, null, new Evidence().with("tappedAt", tap.tappedAt()));
    }

    private static int clamped(long score) {
        return (int) Math.max(0, Math.min(MOST, score));
    }
}
