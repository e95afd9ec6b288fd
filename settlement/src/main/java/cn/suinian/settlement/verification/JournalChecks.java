package cn.suinian.settlement.verification;

import cn.suinian.core.verification.Check;
import java.util.List;

/** What holds between the lines of a day and the journal. */
final class JournalChecks {

    private static final List<String> JOURNAL =
            List.of("clearing_line", "clearing_reversal", "ledger_account", "journal_transfer");
    private static final String BOOKS =
            "do not pay: the journal is append-only, so somebody went around it; restore it";

    static final List<Check> ALL = List.of(
            Check.that("the journal posts what the lines say", JOURNAL, """
                        WITH owed AS (
                            SELECT day, 'SUBSIDY' AS kind, payer, service, vendor_id, subsidy AS amount_fen
                            FROM clearing_line WHERE subsidy > 0
                            UNION ALL
                            SELECT day, 'OPERATOR_SUBSIDY', payer, service, vendor_id, operator_subsidy
                            FROM clearing_line WHERE operator_subsidy > 0
                            UNION ALL
                            SELECT day, 'DELIVERY_SUBSIDY', payer, service, vendor_id, delivery_subsidy
                            FROM clearing_line WHERE delivery_subsidy > 0
                            UNION ALL
                            SELECT day, 'SUBSIDY_REVERSAL', payer, service, vendor_id, subsidy
                            FROM clearing_reversal WHERE subsidy > 0
                            UNION ALL
                            SELECT day, 'OPERATOR_SUBSIDY_REVERSAL', payer, service, vendor_id, operator_subsidy
                            FROM clearing_reversal WHERE operator_subsidy > 0
                            UNION ALL
                            SELECT day, 'DELIVERY_SUBSIDY_REVERSAL', payer, service, vendor_id, delivery_subsidy
                            FROM clearing_reversal WHERE delivery_subsidy > 0),
                        posted AS (
                            SELECT j.day, j.kind, p.payer, p.service, v.vendor_id, j.amount_fen
                            FROM (SELECT *, kind LIKE '%_REVERSAL' AS back FROM journal_transfer
                                  WHERE kind LIKE '%SUBSIDY' OR kind LIKE '%SUBSIDY_REVERSAL') j
                            LEFT JOIN ledger_account p
                                ON p.account_id = CASE WHEN j.back THEN j.credit_account ELSE j.debit_account END
                            LEFT JOIN ledger_account v
                                ON v.account_id = CASE WHEN j.back THEN j.debit_account ELSE j.credit_account END)
                        (TABLE owed EXCEPT ALL TABLE posted) UNION ALL (TABLE posted EXCEPT ALL TABLE owed)""", BOOKS),
            Check.that("every entry goes between accounts of its kind", JOURNAL, """
                        WITH between_kinds (kind, debit, credit) AS (VALUES
                            ('SUBSIDY', 'PAYER', 'VENDOR'),
                            ('OPERATOR_SUBSIDY', 'PAYER', 'VENDOR'),
                            ('DELIVERY_SUBSIDY', 'PAYER', 'VENDOR'),
                            ('SUBSIDY_REVERSAL', 'VENDOR', 'PAYER'),
                            ('OPERATOR_SUBSIDY_REVERSAL', 'VENDOR', 'PAYER'),
                            ('DELIVERY_SUBSIDY_REVERSAL', 'VENDOR', 'PAYER'),
                            ('ADJUSTMENT', 'PAYER', 'VENDOR'),
                            ('ADJUSTMENT', 'VENDOR', 'PAYER'),
                            ('PAYMENT', 'VENDOR', 'BANK'),
                            ('PAYMENT_RETURN', 'BANK', 'VENDOR'),
                            ('PAYMENT_RETURN_UNDONE', 'VENDOR', 'BANK'),
                            ('ALLOWANCE', 'PAYER', 'HOLDERS'),
                            ('ALLOWANCE_RECOVERY', 'HOLDERS', 'PAYER'),
                            ('ALLOWANCE_PAYMENT', 'HOLDERS', 'BANK'),
                            ('ALLOWANCE_RETURN', 'BANK', 'HOLDERS'))
                        SELECT j.transfer_id, j.kind, d.name, c.name
                        FROM journal_transfer j
                        LEFT JOIN ledger_account d ON d.account_id = j.debit_account
                        LEFT JOIN ledger_account c ON c.account_id = j.credit_account
                        LEFT JOIN between_kinds k ON (k.kind, k.debit, k.credit) = (j.kind, d.kind, c.kind)
                        WHERE k.kind IS NULL""", BOOKS),
            Check.that("debits equal credits", JOURNAL, """
                        SELECT sum(debit_fen), sum(credit_fen) FROM journal_posting
                        HAVING sum(debit_fen) <> sum(credit_fen)""", BOOKS));

    private JournalChecks() {}
}
