package cn.suinian.load.dayend;

import cn.suinian.load.audit.Invariant;
import cn.suinian.load.dayend.Outcome.Paid;
import cn.suinian.load.dayend.PaymentOrder.Transfer;
import cn.suinian.load.dayend.PayoutDesk.Sent;
import cn.suinian.load.reference.Payer;
import cn.suinian.load.screen.Screen;
import cn.suinian.load.statement.Difference;
import cn.suinian.load.statement.Owed;
import cn.suinian.load.statement.Planting.Planted;
import cn.suinian.load.statement.Planting.TwoDays;
import cn.suinian.load.statement.Sale;
import cn.suinian.load.statement.Sales;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everybody who is owed something is paid; one payment comes back and is paid again. */
final class Payments {
    private final Screen screen;
    private final Clock clock;
    private final PayoutDesk payouts;
    private final HoldDesk holds;
    private final StatementDesk statements;
    private final TwoDays days;
    private final Planted planted;
    private final Outcome outcome;
    private final List<String> wrongMoney = new ArrayList<>();
    private final List<String> wrongReturn = new ArrayList<>();

    /** Where the work is done. */
    record Desks(PayoutDesk payouts, HoldDesk holds, StatementDesk statements) {}

    Payments(Screen screen, Clock clock, Desks desks, TwoDays days, Planted planted, Outcome outcome) {
        this.screen = screen;
        this.clock = clock;
        this.payouts = desks.payouts;
        this.holds = desks.holds;
        this.statements = desks.statements;
        this.days = days;
        this.planted = planted;
        this.outcome = outcome;
    }

    /** What each payer owes each vendor for the sales of both days. */
    static Map<Owed, Long> due(TwoDays days) {
        List<List<Sale>> all = Stream.concat(days.firstSales().values().stream(), days.secondSales().values().stream())
                .toList();
        return new HashMap<>(Sales.owed(all));
    }

    /** What adjustments moved; below zero: the vendor owes it, and it is taken off what it is paid. */
    static Map<Owed, Long> adjusted(List<Difference> differences) {
        Map<Owed, Long> adjusted = new HashMap<>();
        for (Difference difference : differences) {
            Payer payer = difference.payer();
            if (payer != null) {
                adjusted.merge(new Owed(difference.vendor(), payer), difference.movedFen(), Long::sum);
            }
        }
        adjusted.values().removeIf(fen -> fen == 0);
        return adjusted;
    }

    /** What an adjustment takes back in a day that is approved already is not payable any more. */
    static void takeOff(Map<Owed, Long> due, Map<Owed, Long> adjusted) {
        adjusted.forEach((owed, fen) -> {
            if (fen < 0) {
                due.computeIfPresent(owed, (any, was) -> Math.max(0, was + fen));
            }
        });
        due.values().removeIf(fen -> fen == 0);
    }

    /** Pays for both days; one payment comes back. */
    void payForTaps(LocalDate throughDay) throws IOException, InterruptedException {
        Map<Owed, Long> due = due(days);
        takeOff(due, adjusted(planted.differences()));
        enterAccounts(due);
        screen.progress("waiting for the look before payment");
        holds.awaitLook(throughDay);
        releaseHolds(due);
        Sent city = null;
        for (Payer payer : Payer.values()) {
            Map<String, Long> ofPayer = ofPayer(due, payer);
            if (!ofPayer.isEmpty()) {
                Sent sent = pay(payer, throughDay, ofPayer);
                outcome.paid.put(
                        payer,
                        new Paid(
                                sent.order().transfers().size(),
                                sum(ofPayer),
                                sent.order().sumFen()));
                city = payer == Payer.CITY ? sent : city;
            }
        }
        if (city == null) {
            wrongReturn.add("the city owes nobody anything");
        } else {
            comesBack(city, planted.cast().bus(), throughDay);
        }
    }

    /** Pays what adjustments gave vendors, with the day in which they stand. */
    void payAdjustments(LocalDate throughDay) throws IOException, InterruptedException {
        Map<Owed, Long> adjusted = adjusted(planted.differences());
        adjusted.keySet().removeIf(owed -> outcome.held.getOrDefault(owed.vendor(), 0) < 0);
        for (Payer payer : Payer.values()) {
            Map<String, Long> ofPayer = ofPayer(adjusted, payer);
            long carried = ofPayer.values().stream()
                    .filter(fen -> fen < 0)
                    .mapToLong(Long::longValue)
                    .sum();
            long moved = sum(ofPayer);
            ofPayer.values().removeIf(fen -> fen < 0);
            long ordered = ofPayer.isEmpty()
                    ? 0
                    : pay(payer, throughDay, ofPayer).order().sumFen();
            outcome.paid.computeIfPresent(payer, (any, was) -> was.adjusted(moved, ordered, carried));
        }
    }

    /** What must hold of the money. */
    List<Invariant> invariants() {
        return List.of(
                new Invariant("every payment order comes to what is owed, to the fen", wrongMoney),
                new Invariant("the payment that came back is work, and is paid again once", wrongReturn));
    }

    private Sent pay(Payer payer, LocalDate throughDay, Map<String, Long> due)
            throws IOException, InterruptedException {
        screen.progress("paying for " + payer);
        holds.awaitLook(throughDay); // whatever is flagged meanwhile is looked at first
        Sent sent = payouts.pay(payer, throughDay);
        compare(sent, due);
        payouts.answer("ACSC-" + sent.order().messageId() + ".xml", BankAnswer.settled(sent.order(), now()));
        return sent;
    }

    private static long sum(Map<String, Long> fen) {
        return fen.values().stream().mapToLong(Long::longValue).sum();
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void enterAccounts(Map<Owed, Long> due) throws IOException, InterruptedException {
        screen.progress("entering bank accounts");
        Set<String> vendors = new TreeSet<>();
        Set<Payer> payers = new TreeSet<>();
        due.keySet().forEach(owed -> {
            vendors.add(owed.vendor());
            payers.add(owed.payer());
        });
        for (String vendor : vendors) {
            payouts.enterVendor(vendor, statements.vendorId(vendor));
        }
        for (Payer payer : payers) {
            payouts.enterPayer(payer);
        }
    }

    /** Those of the four vendors are released by two people; the others' money stays where it is. */
    private void releaseHolds(Map<Owed, Long> due) throws IOException, InterruptedException {
        for (Map.Entry<String, Long> hold : holds.list().entrySet()) {
            boolean ours = planted.cast().all().contains(hold.getKey());
            outcome.held.put(hold.getKey(), ours ? holds.release(hold.getValue()) : -1);
        }
        due.keySet().removeIf(owed -> outcome.held.getOrDefault(owed.vendor(), 0) < 0);
    }

    private static Map<String, Long> ofPayer(Map<Owed, Long> due, Payer payer) {
        Map<String, Long> ofPayer = new TreeMap<>();
        due.forEach((owed, fen) -> {
            if (owed.payer() == payer) {
                ofPayer.put(owed.vendor(), fen);
            }
        });
        return ofPayer;
    }

    private void compare(Sent sent, Map<String, Long> due) throws IOException {
        Map<String, Long> ordered = new TreeMap<>();
        for (Transfer transfer : sent.order().transfers()) {
            ordered.merge(payouts.vendorOf(transfer.account()), transfer.fen(), Long::sum);
        }
        Set<String> vendors = new TreeSet<>(due.keySet());
        vendors.addAll(ordered.keySet());
        for (String vendor : vendors) {
            long owed = due.getOrDefault(vendor, 0L);
            long paid = ordered.getOrDefault(vendor, 0L);
            if (owed != paid) {
                wrongMoney.add("%s owes %s %d fen, ordered are %d".formatted(sent.payer(), vendor, owed, paid));
            }
        }
    }

    /** The bank sends one payment back: its account is closed. Two people enter another one, and it is paid again. */
    private void comesBack(Sent city, String vendor, LocalDate throughDay) throws IOException, InterruptedException {
        List<Transfer> which = new ArrayList<>();
        for (Transfer transfer : city.order().transfers()) {
            if (payouts.vendorOf(transfer.account()).equals(vendor)) {
                which.add(transfer);
            }
        }
        if (which.size() != 1) {
            wrongReturn.add("the city pays " + vendor + " " + which.size() + " times");
            return;
        }
        screen.progress("a payment comes back");
        byte[] file = BankAnswer.returned(city.order(), which, now());
        String said = payouts.answer("RJCT-" + city.order().messageId() + ".xml", file)
                .text();
        Set<String> waiting = payouts.listReturned();
        if (waiting.size() != 1 || !said.contains("Came back")) {
            wrongReturn.add("one payment came back and " + waiting + " wait");
        }
        payouts.enterVendor(vendor, statements.vendorId(vendor));
        for (String each : waiting) {
            payouts.resolve(each, "demo: the vendor has another account");
        }
        Sent again = payouts.pay(Payer.CITY, throughDay);
        long fen = which.get(0).fen();
        boolean same = again.order().transfers().size() == 1
                && again.order().sumFen() == fen
                && payouts.vendorOf(again.order().transfers().get(0).account()).equals(vendor);
        if (!same) {
            wrongReturn.add(fen + " fen came back, and ordered again are " + again.order());
        }
        payouts.answer("ACSC-" + again.order().messageId() + ".xml", BankAnswer.settled(again.order(), now()));
        outcome.paid.computeIfPresent(
                Payer.CITY, (payer, was) -> was.cameBack(fen, again.order().sumFen()));
    }
}
