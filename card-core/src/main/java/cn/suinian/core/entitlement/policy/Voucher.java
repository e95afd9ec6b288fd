package cn.suinian.core.entitlement.policy;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.Usage.Period;
import cn.suinian.core.entitlement.BenefitRule;
import java.time.LocalDate;

/**
 * The home-care voucher: a grant for each calendar month that pays a part of each price until it is used up. What is
 * left at the end of a month lapses (DOMAIN A4: likely, not proven).
 */
public final class Voucher {

    private Voucher() {}

    /** Fen left in the month of this day; never below nothing, also when the grant became smaller in mid-month. */
    public static int leftFen(BenefitRule rule, Account account, LocalDate day) {
        Integer grant = rule.howMuch().grantFen();
        if (grant == null) {
            return 0;
        }
        return (int) Math.max(0, grant - paidFen(rule, account, day));
    }

    /** Fen paid so far in the month of this day. */
    public static long paidFen(BenefitRule rule, Account account, LocalDate day) {
        return account.usage().of(rule.benefit().no(), Period.MONTH, day);
    }

    /** What it pays of a price: the rule's part of it, as far as the month's grant goes. */
    public static int paysFen(BenefitRule rule, Account account, LocalDate day, int amountFen) {
        return Math.min(rule.subsidyOf(amountFen), leftFen(rule, account, day));
    }

    /** The account once it paid this much on this day; a negative amount gives back. */
    public static Account paid(BenefitRule rule, Account account, LocalDate day, int fen) {
        return account.withUsage(account.usage().plus(rule.benefit().no(), Period.MONTH, day, fen));
    }
}
