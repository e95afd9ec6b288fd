package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.holder.Category;
import cn.suinian.core.money.Payer;
import cn.suinian.core.simulation.ReferencePerson.Use;
import java.time.LocalDate;

/** The care voucher: 800 yuan a calendar month for the disabled, half of a price at home, two fifths in a home. */
final class ReferenceVouchers {

    static final String VOUCHER = "VOUCHER";

    private static final int MONTH_FEN = 80_000;

    private ReferenceVouchers() {}

    static Answer answer(ReferencePerson person, Tap tap) {
        boolean atHome = "HOME_CARE".equals(tap.placeKind());
        if (!atHome && !"CARE_INSTITUTION".equals(tap.placeKind())) {
            return Answer.declined(DeclineReason.BENEFIT_NOT_OFFERED, null);
        }
        LocalDate day = tap.key().tapDate();
        if (!person.isOn(day, Category.MODERATELY_DISABLED)) {
            return Answer.declined(DeclineReason.NOT_ENTITLED, null);
        }
        int part = atHome ? tap.amountFen() / 2 : tap.amountFen() * 2 / 5;
        int left = left(person, day);
        int pays = part < left ? part : left;
        if (left == 0 && tap.amountFen() > 0) {
            return Answer.declined(DeclineReason.VOUCHER_USED_UP, left);
        }
        person.uses.add(new Use(VOUCHER, day, pays));
        return new Answer(null, pays, new Grant(atHome ? 8 : 9, VOUCHER, Payer.CITY, 0, 0), left - pays, null);
    }

    /** Fen left in the month of this day. */
    static int left(ReferencePerson person, LocalDate day) {
        int paid = 0;
        for (Use use : person.used(VOUCHER, each -> each.withDayOfMonth(1).equals(day.withDayOfMonth(1)))) {
            paid += use.fen();
        }
        return MONTH_FEN - paid;
    }
}
