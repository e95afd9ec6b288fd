package cn.suinian.settlement.allowance.payee;

/**
 * The account of somebody whose last payment the bank returned for what lies with it: it is not paid to again before it
 * is changed, or two people say that it is good. Which payment was the last is told by its number, of those that the
 * bank answered.
 */
public final class RefusedAccount {

    /** Until now. */
    private static final String EVER = "'infinity'::timestamptz";

    /**
     * What lies with the payer or between banks, by the codes of ISO 20022 (ExternalStatusReason1Code): the account is
     * as good as before. Not AM05, DUPL and FOCR: whether somebody was paid already is for people to find out.
     */
    private static final String NOT_OF_THE_ACCOUNT = "('AC13', 'AG02', 'AM01', 'AM02', 'AM03', 'AM04', 'AM09', 'AM10',"
            + " 'BE05', 'DNOR', 'DT01', 'ED05', 'FF01', 'RC03', 'RR01', 'RR02', 'TM01')";

    /**
     * An account is taken down when a run is approved: what changed later is not what the bank refused. Where the bank
     * says that the name is wrong, another name is a change too.
     */
    private static final String REFUSED = """
            (SELECT answered.payment_no
             FROM (SELECT sent.payment_no, sent.run_no, word.outcome, word.code
                   FROM allowance_payment sent JOIN allowance_result word USING (payment_no)
                   WHERE sent.holder_id = %1$s AND NOT sent.withheld ORDER BY sent.payment_no DESC LIMIT 1) AS answered
             WHERE answered.outcome = 'RETURNED' AND upper(btrim(coalesce(answered.code, ''))) NOT IN %3$s
               AND NOT EXISTS (SELECT FROM allowance_account_kept kept JOIN approval_request asked USING (request_no)
                               WHERE kept.payment_no = answered.payment_no AND asked.outcome = 'APPROVED')
               AND NOT EXISTS (SELECT FROM allowance_returns_kept whole JOIN approval_request meant USING (request_no)
                               JOIN allowance_result told ON told.payment_no = answered.payment_no
                               WHERE whole.run_no = answered.run_no AND whole.code = coalesce(answered.code, '')
                                 AND coalesce(told.late_at, told.recorded_at) <= whole.said_at
                                 AND meant.outcome = 'APPROVED')
               AND NOT EXISTS (SELECT FROM holder_change changed
                               WHERE changed.holder_id = %1$s
                                 AND (changed.field = 'BANK_ACCOUNT' OR changed.field = 'NAME'
                                          AND upper(btrim(answered.code)) IN ('BE01', 'BE06', 'RR03'))
                                 AND changed.changed_at <= %2$s AND changed.changed_at > (
                                     SELECT max(signed.at) FROM allowance_run_act signed
                                     WHERE signed.run_no = answered.run_no AND signed.to_state = 'APPROVED')))
            """;

    /** Few ever had one: read once, it spares everybody else of a district the look at their own payments. */
    private static final String EVER_RETURNED = """
            (%s IN (SELECT back.holder_id FROM allowance_result of_bank JOIN allowance_payment back USING (payment_no)
                    WHERE of_bank.outcome = 'RETURNED') AND
            """;

    private RefusedAccount() {}

    /**
     * SQL of the payment that came back, as things are now; null: there is none, or the account counts as good.
     *
     * @param holder the column with whose it is
     */
    public static String payment(String holder) {
        return REFUSED.formatted(holder, EVER, NOT_OF_THE_ACCOUNT);
    }

    /** SQL of whether there is one, for many people. */
    public static String is(String holder) {
        return EVER_RETURNED.formatted(holder) + payment(holder) + "IS NOT NULL)\n";
    }

    /**
     * The same for a run whose accounts were taken down already: what changed later does not change whom it pays.
     *
     * @param run the column with its number
     */
    public static String is(String holder, String run) {
        String taken = "(SELECT max(own.at) FROM allowance_run_act own WHERE own.run_no = " + run
                + " AND own.to_state = 'APPROVED')";
        return EVER_RETURNED.formatted(holder) + REFUSED.formatted(holder, taken, NOT_OF_THE_ACCOUNT)
                + "IS NOT NULL)\n";
    }
}
