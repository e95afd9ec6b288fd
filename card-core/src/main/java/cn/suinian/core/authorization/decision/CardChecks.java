package cn.suinian.core.authorization.decision;

import cn.suinian.core.authorization.decision.Ruling.Limits;
import cn.suinian.core.card.Card;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.entitlement.policy.Eligibility;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What must be true of a card and its holder before any benefit is looked at, in order of precedence. */
final class CardChecks {

    private record Question(Tap tap, Card card, Facts facts, Limits limits) {}

    private interface Check {
        boolean refuses(Question question);
    }

    private record Rule(DeclineReason reason, Check check) {}

    private static final List<Rule> POLICY = List.of(
            new Rule(DeclineReason.TAP_TOO_LATE, CardChecks::tooLate),
            new Rule(DeclineReason.CARD_NOT_ACTIVE, question -> had(question, CardStatus.ISSUED)),
            new Rule(DeclineReason.CARD_REPLACED, question -> had(question, CardStatus.REPLACED)),
            new Rule(DeclineReason.CARD_CANCELLED, question -> had(question, CardStatus.CANCELLED)),
            new Rule(DeclineReason.CARD_LOST, question -> had(question, CardStatus.LOST)),
            new Rule(DeclineReason.CARD_EXPIRED, CardChecks::expired),
            new Rule(DeclineReason.HOLDER_DECEASED, CardChecks::deceased),
            new Rule(DeclineReason.HOLDER_UNDER_AGE, CardChecks::underAge));

    private CardChecks() {}

    static Optional<DeclineReason> firstRefusal(Facts facts, Tap tap, Limits limits) {
        Question question = new Question(tap, facts.card(tap.cardSerial()), facts, limits);
        for (Rule rule : POLICY) {
            if (rule.check.refuses(question)) {
                return Optional.of(rule.reason);
            }
        }
        return Optional.empty();
    }

    private static boolean tooLate(Question question) {
        return Duration.between(question.tap.tappedAt(), question.tap.receivedAt())
                        .toSeconds()
                > Duration.ofDays(question.limits.lateDays()).toSeconds();
    }

    /**
     * Whether the card stood in this status when it counts. An online tap is judged by what is known now: neither a
     * slow clock in a terminal nor one in this node lets a card through that was already reported lost. A tap stored
     * offline is judged at its own time.
     */
    private static boolean had(Question question, CardStatus status) {
        if (question.card.status() != status) {
            return false;
        }
        boolean online = Duration.between(question.tap.tappedAt(), question.tap.receivedAt())
                        .toSeconds()
                <= question.limits.onlineSeconds();
        return online
                || status == CardStatus.ISSUED
                || question.tap.tappedAt().getEpochSecond() >= question.card.statusSince();
    }

    private static boolean expired(Question question) {
        return question.tap.key().tapDate().isAfter(question.card.expiresOn());
    }

    private static boolean deceased(Question question) {
        return question.facts.holder().deceasedBefore(question.tap.key().tapDate());
    }

    private static boolean underAge(Question question) {
        return !Eligibility.oldEnough(
                question.facts.holder(), question.tap.key().tapDate());
    }
}
