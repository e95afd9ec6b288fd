package cn.suinian.core.postgres;

import java.util.List;

/** What holds for people, cards, accounts and taps. */
public final class CoreInvariants implements InvariantList {
    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant("every tap has an account", List.of("tap", "account"), """
                        SELECT t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id
                        FROM tap t LEFT JOIN account a USING (holder_id) WHERE a.holder_id IS NULL"""),
                new Invariant("at most one live card per person", List.of("card"), """
                        SELECT holder_id, count(*) FROM card WHERE status IN ('ISSUED', 'ACTIVE', 'LOST')
                        GROUP BY holder_id HAVING count(*) > 1"""),
                new Invariant("an account's live card belongs to the same person", List.of("account", "card"), """
                        SELECT a.holder_id, c.card_serial, c.holder_id
                        FROM account a JOIN card c ON c.card_serial = a.live_card WHERE c.holder_id <> a.holder_id"""),
                new Invariant("no subsidy is negative", List.of("tap"), """
                        SELECT * FROM tap WHERE subsidy < 0 OR operator_subsidy < 0"""),
                new Invariant("no subsidy exceeds the amount", List.of("tap"), """
                        SELECT * FROM tap WHERE subsidy > amount"""),
                new Invariant("a declined tap costs nobody anything", List.of("tap"), """
                        SELECT * FROM tap WHERE reason <> 0 AND (subsidy <> 0 OR operator_subsidy <> 0)"""),
                new Invariant("no tap settles before its own day", List.of("tap"), """
                        SELECT * FROM tap WHERE settle_date < tap_date"""),
                new Invariant("one subsidised lunch a day", List.of("tap"), """
                        SELECT holder_id, tap_date, count(*) FROM tap WHERE service = 2 AND reason = 0 AND subsidy > 0
                        GROUP BY holder_id, tap_date HAVING count(*) > 1"""),
                new Invariant("five subsidised lunches a week", List.of("tap"), """
                        SELECT holder_id, date_trunc('week', tap_date::timestamp), count(*)
                        FROM tap WHERE service = 2 AND reason = 0 AND subsidy > 0
                        GROUP BY 1, 2 HAVING count(*) > 5"""),
                new Invariant("a card's counter is approved once", List.of("tap"), """
                        SELECT card_serial, card_counter, count(*) FROM tap WHERE reason = 0
                        GROUP BY card_serial, card_counter HAVING count(*) > 1"""));
    }
}
