package cn.suinian.settlement.payout.account;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.approval.ApprovalRequest.Outcome;
import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.settlement.payout.account.AccountOwner.OfVendor;
import cn.suinian.settlement.payout.account.AccountVersion.Standing;
import cn.suinian.settlement.payout.account.AccountVersion.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bank accounts of vendors and payers, under two signatures. Blocks; refusals are {@link AccountRefusal}. */
public final class BankAccounts {
    /** The kind of its requests. */
    public static final String REQUEST = "BANK_ACCOUNT";

    private static final int LARGEST_PAGE = 200;

    private final Transactions transactions;
    private final AccountStore store;
    private final Approvals approvals;
    private final AuditLog audit;
    private final Clock clock;

    public BankAccounts(Transactions transactions, Seals seals, Approvals approvals, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.store = new AccountStore(seals);
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for an account. Until another person decides, the owner is paid nothing.
     *
     * @return the number of the request, by which it is decided
     */
    public long ask(Actor actor, AccountOwner owner, BankDetails given, String reason) throws SQLException {
        permit(actor, Permission.PAYOUT_PREPARE);
        permit(actor, owner);
        BankDetails details = given.checked();
        String why = StatedReason.of(reason, AccountRefusal.REASON_INVALID);
        return transactions.run(transaction -> {
            if (owner instanceof OfVendor of && !store.lockVendor(transaction, of.vendorId())) {
                throw new RefusedException(AccountRefusal.NO_SUCH_VENDOR, "vendor");
            }
            if (store.list(transaction, owner).stream().anyMatch(v -> v.state() == State.WAITING)) {
                throw new RefusedException(AccountRefusal.CHANGE_WAITING);
            }
            long versionNo = store.nextNo(transaction);
            long request = approvals.ask(transaction, actor, REQUEST, versionNo, why);
            store.add(transaction, actor, owner, versionNo, details, request, clock.instant());
            audit.append(
                    transaction,
                    actor,
                    signed(transaction, "BANK_ACCOUNT_ASKED", versionNo, owner, details.tail(), request)
                            .because(why));
            return request;
        });
    }

    /**
     * The account that a request is about, in full, for whoever decides it.
     *
     * @throws RefusedException when there is none
     */
    public BankDetails show(Actor actor, long requestNo) throws SQLException {
        permit(actor, Permission.PAYOUT_APPROVE);
        return transactions.run(transaction -> {
            AccountVersion version = requested(transaction, requestNo);
            permit(actor, version.owner());
            BankDetails details = open(transaction, version.versionNo());
            audit.append(
                    transaction,
                    actor,
                    entry("BANK_ACCOUNT_SHOWN", version.versionNo(), version.owner(), version.numberTail(), requestNo));
            return details;
        });
    }

    /** Puts an account in force that another person asked for. */
    public void confirm(Actor actor, long requestNo) throws SQLException {
        permit(actor, Permission.PAYOUT_APPROVE);
        decide(actor, requestNo, Outcome.APPROVED, "");
    }

    /** Refuses an account that another person asked for; the one before stays in force. */
    public void reject(Actor actor, long requestNo, String reason) throws SQLException {
        permit(actor, Permission.PAYOUT_APPROVE);
        decide(actor, requestNo, Outcome.REJECTED, StatedReason.of(reason, AccountRefusal.REASON_INVALID));
    }

    /** Takes an own request back; the account before stays in force. */
    public void withdraw(Actor actor, long requestNo, String reason) throws SQLException {
        permit(actor, Permission.PAYOUT_PREPARE);
        decide(actor, requestNo, Outcome.WITHDRAWN, StatedReason.of(reason, AccountRefusal.REASON_INVALID));
    }

    private void decide(Actor actor, long requestNo, Outcome outcome, String why) throws SQLException {
        transactions.run(transaction -> {
            ApprovalRequest request = approvals.take(transaction, actor, REQUEST, requestNo, outcome);
            AccountVersion version = requested(transaction, requestNo);
            permit(actor, version.owner());
            approvals.decide(transaction, actor, request, outcome);
            store.decide(transaction, actor, version.versionNo(), state(outcome), clock.instant());
            AuditEntry entry = signed(
                    transaction, act(outcome), version.versionNo(), version.owner(), version.numberTail(), requestNo);
            audit.append(transaction, actor, outcome == Outcome.APPROVED ? entry : entry.because(why));
            return null;
        });
    }

    private static State state(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> State.CONFIRMED;
            case REJECTED -> State.REJECTED;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }

    private static String act(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> "BANK_ACCOUNT_CONFIRMED";
            case REJECTED -> "BANK_ACCOUNT_REJECTED";
            case WITHDRAWN -> "BANK_ACCOUNT_WITHDRAWN";
        };
    }

    /** Every version of an owner's account, the newest first. */
    public List<AccountVersion> history(Actor actor, AccountOwner owner) throws SQLException {
        permit(actor, Permission.PAYOUT_VIEW);
        return transactions.run(transaction -> store.list(transaction, owner));
    }

    /**
     * What waits for a second person, the oldest first.
     *
     * @param after the last version of the page before, 0 for the first
     * @param limit at most 200
     */
    public List<AccountVersion> listWaiting(Actor actor, long after, int limit) throws SQLException {
        permit(actor, Permission.PAYOUT_VIEW);
        int most = Math.min(Math.max(1, limit), LARGEST_PAGE);
        return transactions.run(transaction -> store.listWaiting(transaction, after, most));
    }

    /** The account that a request is about, masked. */
    public AccountVersion change(Actor actor, long requestNo) throws SQLException {
        permit(actor, Permission.PAYOUT_VIEW);
        return transactions
                .run(transaction -> store.findRequested(transaction, requestNo))
                .orElseThrow(() -> new RefusedException(AccountRefusal.NO_SUCH_CHANGE));
    }

    /**
     * A page of vendors by code with the account in force.
     *
     * @param afterCode the last code of the page before; empty: the first page
     * @param withoutOnly those without an account only
     * @param limit at most 200
     */
    public List<VendorAccount> listVendors(Actor actor, String afterCode, boolean withoutOnly, int limit)
            throws SQLException {
        permit(actor, Permission.PAYOUT_VIEW);
        int most = Math.min(Math.max(1, limit), LARGEST_PAGE);
        return transactions.run(transaction -> store.vendors(transaction, afterCode, withoutOnly, most));
    }

    /** A vendor's code and name, as "C-1 · canteen"; empty: there is no such vendor. */
    public Optional<String> vendorName(Actor actor, int vendorId) throws SQLException {
        permit(actor, Permission.PAYOUT_VIEW);
        return transactions.run(transaction -> store.vendorName(transaction, vendorId));
    }

    /** How an owner stands in this transaction. */
    public Standing standing(Connection transaction, AccountOwner owner) throws SQLException {
        return standing(store.list(transaction, owner));
    }

    /** How vendors stand in this transaction, by number; those who never had an account are not in it. */
    public Map<Integer, Standing> standings(Connection transaction, List<Integer> vendorIds) throws SQLException {
        Map<Integer, Standing> standings = new HashMap<>();
        store.list(transaction, vendorIds).stream()
                .collect(java.util.stream.Collectors.groupingBy(version -> ((OfVendor) version.owner()).vendorId()))
                .forEach((vendorId, versions) -> standings.put(vendorId, standing(versions)));
        return standings;
    }

    /**
     * An account in full, for the file that orders a payment to it.
     *
     * @throws IllegalStateException when there is no such version
     */
    public BankDetails open(Connection transaction, long versionNo) throws SQLException {
        return store.open(transaction, versionNo)
                .orElseThrow(() -> new IllegalStateException("no version " + versionNo + " of an account"));
    }

    private static Standing standing(List<AccountVersion> newestFirst) {
        boolean waits = newestFirst.stream().anyMatch(version -> version.state() == State.WAITING);
        Optional<AccountVersion> confirmed = newestFirst.stream()
                .filter(version -> version.state() == State.CONFIRMED)
                .findFirst();
        return new Standing(confirmed, waits);
    }

    private AccountVersion requested(Connection transaction, long requestNo) throws SQLException {
        return store.lockRequested(transaction, requestNo)
                .orElseThrow(() -> new RefusedException(AccountRefusal.NO_SUCH_CHANGE));
    }

    /** With a hash of what is signed for, by which {@code verify} finds that it was changed afterwards. */
    private AuditEntry signed(
            Connection transaction, String act, long versionNo, AccountOwner owner, String tail, long requestNo)
            throws SQLException {
        AuditEntry entry = entry(act, versionNo, owner, tail, requestNo);
        Map<String, String> values = new HashMap<>(entry.after());
        values.put("hash", store.fingerprint(transaction, versionNo));
        return entry.with(values);
    }

    private static AuditEntry entry(String act, long versionNo, AccountOwner owner, String tail, long requestNo) {
        return AuditEntry.of(act, "BANK_ACCOUNT", versionNo)
                .with(Map.of("owner", owner.toString(), "number", "****" + tail, "request", Long.toString(requestNo)));
    }

    /** A vendor is paid by several payers, so its account is the city's business; a district has its own. */
    public static boolean isTheirs(Actor actor, AccountOwner owner) {
        District district = actor.scope().district();
        return district == null
                || (owner instanceof AccountOwner.OfPayer of && of.payer().equals(Payer.of(district)));
    }

    private static void permit(Actor actor, AccountOwner owner) {
        if (!isTheirs(actor, owner)) {
            throw new RefusedException(AccountRefusal.NOT_YOURS);
        }
    }

    private static void permit(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new RefusedException(AccountRefusal.NOT_PERMITTED);
        }
    }
}
