package cn.suinian.settlement.payout.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is known of a vendor when a batch is decided.
 *
 * @param payableFen what the payer owes it up to the day and has not paid; below zero: the vendor owes it back
 * @param account the version of its bank account that is in force
 * @param accountChangeWaits whether another version waits for a second person
 * @param daysNotApproved days up to that day which have money of it and are not approved
 * @param blockers what other rooms have against it
 */
public record Candidate(
        int vendorId,
        String vendorCode,
        long payableFen,
        OptionalLong account,
        boolean accountChangeWaits,
        List<LocalDate> daysNotApproved,
        List<Blocker> blockers) {

    public Candidate {
        daysNotApproved = List.copyOf(daysNotApproved);
        blockers = List.copyOf(blockers);
    }
}
