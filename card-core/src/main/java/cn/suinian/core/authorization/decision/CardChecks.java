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

    private record Question(Tap tap, CardStanding standing, Facts facts, Limits limits) {
        private boolean refusedAs(CardStatus status) {
            return standing.status() == status && !standing.goodFaith();
        }
    }

    private interface Check {
        boolean refuses(Question question);
    }

    private record Rule(DeclineReason reason, Check check) {}

    private static final List<Rule> POLICY = List.of(
            new Rule(DeclineReason.TAP_TOO_LATE, CardChecks::tooLate),
            new Rule(DeclineReason.CARD_NOT_ACTIVE, question -> question.refusedAs(CardStatus.ISSUED)),
            new Rule(DeclineReason.CARD_REPLACED, question -> question.refusedAs(CardStatus.REPLACED)),
            new Rule(DeclineReason.CARD_CANCELLED, question -> question.refusedAs(CardStatus.CANCELLED)),
            new Rule(DeclineReason.CARD_LOST, question -> question.refusedAs(CardStatus.LOST)),
            new Rule(DeclineReason.CARD_EXPIRED, CardChecks::expired),
            new Rule(DeclineReason.HOLDER_DECEASED, CardChecks::deceased),
            new Rule(DeclineReason.HOLDER_UNDER_AGE, CardChecks::underAge));

    private CardChecks() {}

    static Optional<DeclineReason> firstRefusal(Facts facts, Tap tap, CardStanding standing, Limits limits) {
        Question question = new Question(tap, standing, facts, limits);
        for (Rule rule : POLICY) {
            if (rule.check.refuses(question)) {
                return Optional.of(rule.reason);
            }
        }
        return Optional.empty();
    }

    private static boolean tooLate(Question question) {
        return CardStanding.underWaySeconds(question.tap)
                > Duration.ofDays(question.limits.lateDays()).toSeconds();
    }

    private static boolean expired(Question question) {
        Card card = question.facts.card(question.tap.cardSerial());
        return question.tap.key().tapDate().isAfter(card.expiresOn());
    }

    private static boolean deceased(Question question) {
        return question.facts.holder().deceasedBefore(question.tap.key().tapDate());
    }

    private static boolean underAge(Question question) {
        return !Eligibility.oldEnough(
                question.facts.holder(), question.tap.key().tapDate());
    }
}
