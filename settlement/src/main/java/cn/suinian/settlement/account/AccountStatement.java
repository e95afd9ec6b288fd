package cn.suinian.settlement.account;

import cn.suinian.settlement.clearing.Sums;
import java.util.List;
import java.util.Map;

/**
 * A statement of account. It adds up: what is on it leads from the first balance to the last.
 *
 * @param owner whose, as people call it: the vendor's name or the payer in Chinese
 * @param ownerCode the same as files name it
 * @param openingFen what was owed before the first day; above zero: to the vendor
 * @param lines what taps came to, by day, vendor, payer and service
 * @param entries everything else that moved, by day and number
 * @param balances by other party
 * @param closingFen what was owed after the last day
 * @param vendorNames by the code that a vendor's account is named after
 */
public record AccountStatement(
        String owner,
        String ownerCode,
        DayRange days,
        long openingFen,
        List<AccountLine> lines,
        List<AccountEntry> entries,
        List<PartyBalance> balances,
        long closingFen,
        Map<String, String> vendorNames) {

    /**
     * Proves it.
     *
     * @throws IllegalStateException when it does not add up: lines and journal disagree, so somebody changed one
     */
    public AccountStatement {
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
        balances = List.copyOf(balances);
        vendorNames = Map.copyOf(vendorNames);
        long moved = lines.stream().mapToLong(AccountLine::payableFen).reduce(0, Math::addExact)
                + entries.stream().mapToLong(AccountEntry::fen).reduce(0, Math::addExact);
        PartyBalance all = balances.stream().reduce(PartyBalance.NOTHING, PartyBalance::plus);
        if (openingFen + moved != closingFen
                || all.openingFen() != openingFen
                || all.closingFen() != closingFen
                || all.movedFen() != moved) {
            throw new IllegalStateException("the statement of %s for %s does not add up: %d and %d are not %d"
                    .formatted(ownerCode, days, openingFen, moved, closingFen));
        }
    }

    /** All lines of taps together. */
    public Sums cleared() {
        return sums(false);
    }

    /** All that was taken back together; above zero. */
    public Sums reversed() {
        return sums(true);
    }

    private Sums sums(boolean reversal) {
        return lines.stream()
                .filter(line -> line.reversal() == reversal)
                .map(line -> line.cleared().sums())
                .reduce(Sums.ZERO, Sums::plus);
    }
}
