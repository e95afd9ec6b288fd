package cn.suinian.settlement.payout;

import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.limit.Limit;
import cn.suinian.settlement.limit.LimitsInForce;
import cn.suinian.settlement.payout.PayableStore.Payable;
import cn.suinian.settlement.payout.account.AccountOwner.OfPayer;
import cn.suinian.settlement.payout.account.AccountVersion;
import cn.suinian.settlement.payout.account.AccountVersion.Standing;
import cn.suinian.settlement.payout.account.BankAccounts;
import cn.suinian.settlement.payout.carried.UnpaidDaysStore;
import cn.suinian.settlement.payout.policy.Blocker;
import cn.suinian.settlement.payout.policy.Candidate;
import cn.suinian.settlement.payout.policy.Outstanding;
import cn.suinian.settlement.payout.policy.Outstanding.Cause;
import cn.suinian.settlement.payout.policy.Outstanding.Early;
import cn.suinian.settlement.payout.policy.PayoutPolicy;
import cn.suinian.settlement.payout.policy.Plan;
import cn.suinian.settlement.payout.policy.Plan.Change;
import cn.suinian.settlement.payout.policy.Plan.Due;
import cn.suinian.settlement.payout.policy.Unpaid;
import cn.suinian.settlement.payout.policy.Withholding;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a batch is decided from, and has the policy decide it: the same way each time it is decided. */
final class Planning {
    private static final int MOST_CHANGES_TOLD = 20;
    private static final String UNPAID_ZH = "有应付款尚未付出：请制作划付批次，经复核后送出。";
    private static final String UNPAID_EN =
            "Something is payable and not ordered. Prepare a batch, have it approved, send it.";
    private static final Standing NEVER_HAD_ONE = new Standing(Optional.empty(), false);

    private final PayoutParts parts;
    private final BankAccounts accounts;

    Planning(PayoutParts parts) {
        this.parts = parts;
        this.accounts = parts.accounts();
    }

    /** The payer's account in force; refused when there is none or another one waits. */
    long payerAccount(Connection transaction, Payer payer) throws SQLException {
        Standing standing = accounts.standing(transaction, new OfPayer(payer));
        if (standing.changeWaits()) {
            throw new RefusedException(PayoutRefusal.PAYER_ACCOUNT_CHANGE_WAITING);
        }
        return standing.confirmed()
                .map(AccountVersion::versionNo)
                .orElseThrow(() -> new RefusedException(PayoutRefusal.PAYER_ACCOUNT_MISSING));
    }

    /** Refused when the day has not come far enough; else it stays as far until the transaction ends. */
    void requireApproved(Connection transaction, LocalDate day) throws SQLException {
        State state = PayableStore.findDay(transaction, day)
                .orElseThrow(() -> new RefusedException(PayoutRefusal.NO_SUCH_DAY, "throughDay"));
        if (state.compareTo(parts.least()) < 0) {
            throw new RefusedException(
                    PayoutRefusal.DAY_NOT_APPROVED, "throughDay", Map.of("day", day.toString(), "state", state.name()));
        }
    }

    Plan plan(Connection transaction, Payer payer, LocalDate throughDay) throws SQLException {
        return plan(transaction, PayableStore.list(transaction, payer, throughDay, parts.least()), throughDay);
    }

    private Plan plan(Connection transaction, List<Payable> owed, LocalDate throughDay) throws SQLException {
        return plan(transaction, owed, against(transaction, owed, throughDay));
    }

    /** What speaks against paying whoever is owed something, whoever pays it. */
    private Map<Integer, List<Blocker>> against(Connection transaction, List<Payable> owed, LocalDate throughDay)
            throws SQLException {
        List<Integer> vendors = owed.stream()
                .filter(vendor -> vendor.fen() != 0)
                .map(Payable::vendorId)
                .distinct()
                .toList();
        PayoutBlockers returned = (each, of, through) -> ReturnStore.blockers(each, of);
        return parts.blockers().and(returned).of(transaction, vendors, throughDay);
    }

    /**
     * What the payer owes and what a batch made now would pay of it, both of one moment.
     *
     * @param throughDay null: no day has come far enough to be paid
     * @param early what later days have of it that have not come far enough
     */
    Outstanding outstanding(Connection transaction, Payer payer, @Nullable LocalDate throughDay, List<Early> early)
            throws SQLException {
        List<Payable> owed =
                throughDay == null ? List.of() : PayableStore.list(transaction, payer, throughDay, parts.least());
        long fen = LongStream.concat(
                        owed.stream().mapToLong(Payable::owedFen),
                        early.stream().mapToLong(Early::fen))
                .reduce(0, Math::addExact);
        long vendors = Stream.concat(
                        owed.stream().map(Payable::vendorId), early.stream().map(Early::vendorId))
                .distinct()
                .count();
        return new Outstanding(
                payer,
                (int) vendors,
                fen,
                throughDay == null ? Plan.NONE : plan(transaction, owed, throughDay),
                hindrance(transaction, payer),
                early);
    }

    private Optional<Cause> hindrance(Connection transaction, Payer payer) throws SQLException {
        if (PayoutStore.findUnsent(transaction, payer).isPresent()) {
            return Optional.of(Cause.UNSENT_BATCH);
        }
        Standing standing = accounts.standing(transaction, new OfPayer(payer));
        if (standing.changeWaits()) {
            return Optional.of(Cause.PAYER_ACCOUNT_CHANGE_WAITING);
        }
        return standing.confirmed().isPresent() ? Optional.empty() : Optional.of(Cause.PAYER_ACCOUNT_MISSING);
    }

    private Plan plan(Connection transaction, List<Payable> owed, Map<Integer, List<Blocker>> against)
            throws SQLException {
        List<Payable> payable =
                owed.stream().filter(vendor -> vendor.fen() != 0).toList();
        List<Integer> vendors = payable.stream().map(Payable::vendorId).toList();
        Map<Integer, Standing> standings = accounts.standings(transaction, vendors);
        List<Candidate> candidates = new ArrayList<>();
        for (Payable vendor : payable) {
            Standing standing = standings.getOrDefault(vendor.vendorId(), NEVER_HAD_ONE);
            candidates.add(new Candidate(
                    vendor.vendorId(),
                    vendor.vendorCode(),
                    vendor.fen(),
                    standing.confirmed().isPresent()
                            ? OptionalLong.of(standing.confirmed().get().versionNo())
                            : OptionalLong.empty(),
                    standing.changeWaits(),
                    vendor.daysNotApproved(),
                    against.getOrDefault(vendor.vendorId(), List.of())));
        }
        LocalDate today = LocalDate.ofInstant(parts.clock().instant(), Payouts.SHANGHAI);
        return new PayoutPolicy(LimitsInForce.number(transaction, Limit.PAYOUT_FEN, today)).plan(candidates);
    }

    /**
     * What keeps a day from being paid: whatever any payer owes up to it and has not ordered, unless the vendor's money
     * is held by name. Less than nothing payable is carried over and keeps nothing. A vendor counts once, whoever pays.
     *
     * @param withDays whether to say from which day on the money is
     */
    List<cn.suinian.settlement.businessday.Blocker> openUpTo(Connection transaction, LocalDate day, boolean withDays)
            throws SQLException {
        StillOpen unpaid = new StillOpen();
        Map<Withholding, StillOpen> withheld = new EnumMap<>(Withholding.class);
        List<Payer> payers = Stream.concat(
                        Stream.of(Payer.CITY), Arrays.stream(District.values()).map(Payer::of))
                .toList();
        Map<Payer, List<Payable>> owed = new LinkedHashMap<>();
        for (Payer payer : payers) {
            owed.put(payer, PayableStore.list(transaction, payer, day, parts.least()));
        }
        Map<Integer, List<Blocker>> against = against(
                transaction, owed.values().stream().flatMap(List::stream).toList(), day);
        for (Map.Entry<Payer, List<Payable>> ofOne : owed.entrySet()) {
            Plan plan = plan(transaction, ofOne.getValue(), against);
            Map<Integer, Unpaid> days =
                    !withDays || (plan.payments().isEmpty() && plan.withheld().isEmpty())
                            ? Map.of()
                            : UnpaidDaysStore.read(transaction, ofOne.getKey(), day);
            plan.payments().forEach(due -> unpaid.add(due.vendorId(), due.fen(), days.get(due.vendorId())));
            plan.withheld().stream()
                    .filter(vendor -> vendor.fen() > 0 && vendor.mainReason() != Withholding.HELD)
                    .forEach(vendor -> withheld.computeIfAbsent(vendor.mainReason(), why -> new StillOpen())
                            .add(vendor.vendorId(), vendor.fen(), days.get(vendor.vendorId())));
        }
        return Stream.concat(
                        unpaid.blocker("UNPAID", UNPAID_ZH, UNPAID_EN, day).stream(),
                        withheld.entrySet().stream()
                                .flatMap(open -> open
                                        .getValue()
                                        .blocker(
                                                open.getKey().name(),
                                                open.getKey().zh(),
                                                open.getKey().en(),
                                                day)
                                        .stream()))
                .toList();
    }

    /** What for one cause keeps a day from being paid: of all payers together, each vendor once. */
    private static final class StillOpen {
        private final Set<Integer> vendors = new TreeSet<>();
        private long fen;
        private @Nullable LocalDate first;

        /**
         * One payer's part.
         *
         * @param days of which it is; null: nobody knows
         */
        void add(int vendorId, long more, @Nullable Unpaid days) {
            vendors.add(vendorId);
            fen = Math.addExact(fen, more);
            if (days != null && (first == null || days.first().isBefore(first))) {
                first = days.first();
            }
        }

        /** Empty: nothing is open for this cause. */
        Optional<cn.suinian.settlement.businessday.Blocker> blocker(String code, String zh, String en, LocalDate day) {
            return vendors.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new cn.suinian.settlement.businessday.Blocker(
                            code,
                            zh,
                            en,
                            vendors.size(),
                            fen,
                            Optional.ofNullable(first).filter(day::isAfter)));
        }
    }

    /** Refused when a payment of this batch would be another one if it were prepared now. */
    void requireUnchanged(Connection transaction, PayoutBatch batch, List<Payment> payments) throws SQLException {
        requireApproved(transaction, batch.throughDay());
        long payerAccount = payerAccount(transaction, batch.payer());
        Map<String, String> told = new LinkedHashMap<>();
        if (payerAccount != batch.payerAccount()) {
            told.put(batch.payer().label(), "account " + batch.payerAccount() + " -> account " + payerAccount);
        }
        Plan before = new Plan(
                payments.stream()
                        .map(p -> new Due(p.vendorId(), p.vendorCode(), p.fen(), p.account()))
                        .toList(),
                List.of());
        List<Change> changes = before.changes(plan(transaction, batch.payer(), batch.throughDay()));
        for (Change change : changes.subList(0, Math.min(MOST_CHANGES_TOLD, changes.size()))) {
            told.put(change.vendorCode(), change.before() + " -> " + change.now());
        }
        if (!told.isEmpty()) {
            throw new RefusedException(PayoutRefusal.CHANGED, null, told);
        }
    }
}
