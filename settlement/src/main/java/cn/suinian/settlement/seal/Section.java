package cn.suinian.settlement.seal;

import java.util.List;

/** What is sealed of a day, in the order in which it stands in the seal; the names are stored. */
public enum Section {
    /** By tap date: late ones first. */
    TAP(
            List.of("tap_date", "terminal", "sequence", "holder"),
            List.of(
                    Texts.TAP + "WHERE settle_date = ? AND settle_date <> tap_date AND tap_date < ? " + Texts.TAP_ORDER,
                    Texts.TAP + "WHERE settle_date = ? AND tap_date = ? " + Texts.TAP_ORDER)),
    REVERSAL(List.of("tap_date", "terminal", "sequence", "holder"), List.of("""
            SELECT ROW(tap_date, terminal_id, terminal_seq, holder_id, settle_date, vendor_id, received_at, amount,
                       subsidy, operator_subsidy, delivery_subsidy, service, payer, balance_left, cause)::text
            FROM tap_reversal WHERE settle_date = ?
            ORDER BY tap_date, terminal_id, terminal_seq, holder_id
            """)),
    CLEARING_LINE(List.of("vendor", "payer", "service"), List.of(Texts.LINES.formatted("clearing_line"))),
    CLEARING_REVERSAL(List.of("vendor", "payer", "service"), List.of(Texts.LINES.formatted("clearing_reversal"))),
    CLEARING_DECLINE(List.of("service", "reason"), List.of("""
            SELECT ROW(service, reason, taps)::text FROM clearing_decline WHERE day = ? ORDER BY service, reason
            """)),
    /** With the names of the accounts, so that an account that is given another name shows. */
    JOURNAL(List.of("transfer"), List.of("""
            SELECT ROW(t.transfer_id, t.day, t.kind, d.name, c.name, t.amount_fen, t.posted_at, t.reference,
                       t.request_no)::text
            FROM journal_transfer t
            JOIN ledger_account d ON d.account_id = t.debit_account
            JOIN ledger_account c ON c.account_id = t.credit_account
            WHERE t.day = ?
            ORDER BY t.transfer_id
            """));

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<String> keyColumns;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<String> queries;

    Section(List<String> keyColumns, List<String> queries) {
        this.keyColumns = keyColumns;
        this.queries = queries;
    }

    /** The first columns of a row, by which it is known and ordered: whole numbers and dates. */
    List<String> keyColumns() {
        return keyColumns;
    }

    /** One after the other they give all rows in order; every parameter is the day. */
    List<String> queries() {
        return queries;
    }

    private static final class Texts {
        static final String TAP = """
                SELECT ROW(tap_date, terminal_id, terminal_seq, holder_id, settle_date, vendor_id, card_counter, tac,
                           tapped_at, received_at, card_serial, amount, subsidy, operator_subsidy, delivery_subsidy,
                           service, reason, journey, direction, payer, rule_id, balance_left, pair_terminal, pair_seq,
                           denylist_version, line, station, vehicle, account_version, seen)::text
                FROM tap
                """;
        static final String TAP_ORDER = "ORDER BY tap_date, terminal_id, terminal_seq, holder_id";
        static final String LINES = """
                SELECT ROW(vendor_id, payer, service, taps, gross, subsidy, self_pay, operator_subsidy,
                           delivery_subsidy)::text
                FROM %s WHERE day = ? ORDER BY vendor_id, payer, service
                """;
    }
}
