package cn.suinian.settlement.payout;

import static cn.suinian.settlement.City.CANTEEN_A;
import static cn.suinian.settlement.City.CANTEEN_B;
import static cn.suinian.settlement.City.DAY_1;
import static cn.suinian.settlement.City.DAY_3;
import static cn.suinian.settlement.City.METRO;
import static cn.suinian.settlement.TapRow.lunch;
import static cn.suinian.settlement.TapRow.ride;

import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.crypto.KeystoreVault;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.money.Payer;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.City;
import cn.suinian.settlement.LimitMoves;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.lens.hold.Holds;
import cn.suinian.settlement.limit.Limit;
import cn.suinian.settlement.payout.account.AccountOwner;
import cn.suinian.settlement.payout.account.AccountOwner.OfPayer;
import cn.suinian.settlement.payout.account.AccountOwner.OfVendor;
import cn.suinian.settlement.payout.account.BankAccounts;
import cn.suinian.settlement.payout.account.BankDetails;
import cn.suinian.settlement.payout.disproof.Disproofs;
import cn.suinian.settlement.payout.policy.Blocker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A city with people who pay, and accounts that they confirmed. */
final class PayoutCity implements AutoCloseable {
    static final Actor MAKER = person(101, "maker");
    static final Actor CHECKER = person(102, "checker");
    static final LocalDate TODAY = DAY_3;
    static final Payer FUTIAN = new Payer(2);

    private static final byte[] KEY = new byte[16];
    private static final byte[] INDEX_KEY = new byte[32];

    final City city;
    final Transactions transactions;
    final Map<Integer, List<Blocker>> blockers = new HashMap<>();
    final PayoutParts parts;
    final Payouts payouts;
    final PayoutLists lists;
    final PayoutFiles files;
    final BankAccounts accounts;
    final BankAnswers answers;
    final PaymentReturns returns;
    final Disproofs disproofs;

    PayoutCity(Database database) throws SQLException {
        this(City.open(database), signing());
        LimitMoves.set(transactions, parts.clock(), Limit.PAYOUT_FEN, "", "100");
    }

    /** One with a day: a ride, and a lunch in each of two canteens of Futian. */
    static PayoutCity ofOneDay(Database database) throws SQLException {
        PayoutCity pay = new PayoutCity(database);
        pay.city.tap(
                ride(DAY_1, METRO, 1, 540),
                lunch(DAY_1, CANTEEN_A, 2, 1800, 1500, 2),
                lunch(DAY_1, CANTEEN_B, 3, 900, 700, 2));
        pay.openAccounts(Payer.CITY, FUTIAN);
        return pay;
    }

    /** The same city with another vault. */
    PayoutCity(City city, KeyVault vault) {
        this.city = city;
        transactions = Transactions.over(city.database(), 6);
        Clock clock = Clock.fixed(TODAY.atTime(2, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Seals seals = new Seals(KeystoreVault.ofColumns(Map.of(1, KEY), INDEX_KEY));
        parts = new PayoutParts(
                transactions,
                seals,
                vault,
                new Approvals(clock),
                new AuditLog(clock),
                clock,
                ((PayoutBlockers) (transaction, vendors, throughDay) -> blockers).and(PayoutCity::holds),
                State.APPROVED);
        payouts = new Payouts(parts);
        lists = new PayoutLists(parts);
        files = new PayoutFiles(parts);
        accounts = parts.accounts();
        answers = new BankAnswers(parts);
        returns = new PaymentReturns(parts);
        disproofs = new Disproofs(parts);
    }

    private static Map<Integer, List<Blocker>> holds(
            Connection transaction, List<Integer> vendors, LocalDate throughDay) throws SQLException {
        Map<Integer, List<Blocker>> held = new HashMap<>();
        Holds.blockers(transaction, vendors, throughDay)
                .forEach((vendor, holds) -> held.put(
                        vendor,
                        holds.stream()
                                .map(hold -> new Blocker(Blocker.Kind.HOLD, 0, hold.reference()))
                                .toList()));
        return held;
    }

    static KeyVault signing() {
        byte[] key = new byte[32];
        key[31] = 7;
        return KeystoreVault.inMemory(Map.of(1, KEY), Map.of(1, KEY), Map.of(1, key));
    }

    static Actor person(long staffId, String account) {
        return new Actor(staffId, account, EnumSet.allOf(Permission.class), Scope.CITY, "10.0.0.1");
    }

    /** Gives every vendor and these payers an account. */
    void openAccounts(Payer... payers) throws SQLException {
        for (int vendor = 1; vendor <= City.VENDORS.size(); vendor++) {
            openAccount(new OfVendor(vendor), details(vendor));
        }
        for (Payer payer : payers) {
            openAccount(new OfPayer(payer), details(90 + payer.code()));
        }
    }

    void openAccount(AccountOwner owner, BankDetails details) throws SQLException {
        accounts.confirm(CHECKER, accounts.ask(MAKER, owner, details, "agreement on paper"));
    }

    static BankDetails details(int number) {
        return new BankDetails(
                "账户%02d".formatted(number),
                "62220000000000%02d".formatted(number),
                "1055840000%02d".formatted(number),
                "测试银行");
    }

    /** Closes and approves the days up to this one. */
    void approve(LocalDate day) throws SQLException {
        city.close(day);
        city.ask("UPDATE business_day SET state = 'RECONCILED' WHERE state = 'CLEARED' AND day <= '" + day + "'");
        city.ask("UPDATE business_day SET state = 'APPROVED' WHERE state = 'RECONCILED' AND day <= '" + day + "'");
    }

    /** A batch that went out. */
    PayoutBatch pay(Payer payer, LocalDate throughDay) throws SQLException {
        PayoutBatch batch = payouts.prepare(MAKER, payer, throughDay, "weekly payout");
        payouts.approve(CHECKER, batch.batchNo());
        return payouts.send(MAKER, batch.batchNo(), TODAY);
    }

    BankAnswer take(String xml) throws SQLException, IOException {
        return answers.take(MAKER, "status.xml", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** A status report on a file; each transaction as "id code reason". */
    static String report(String messageId, String original, String group, String... transactions) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-11-18T12:00:00+08:00</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
                """.formatted(messageId, original));
        if (!group.isEmpty()) {
            xml.append("<GrpSts>").append(group).append("</GrpSts>");
        }
        xml.append("</OrgnlGrpInfAndSts>");
        if (transactions.length > 0) {
            xml.append("<OrgnlPmtInfAndSts><OrgnlPmtInfId>").append(original).append("</OrgnlPmtInfId>");
            for (String transaction : transactions) {
                String[] words = transaction.split(" ", -1);
                xml.append("<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>"
                        .formatted(words[0], words[1]));
                if (words.length > 2) {
                    xml.append("<StsRsnInf><Rsn><Cd>").append(words[2]).append("</Cd></Rsn></StsRsnInf>");
                }
                xml.append("</TxInfAndSts>");
            }
            xml.append("</OrgnlPmtInfAndSts>");
        }
        return xml.append("</CstmrPmtStsRpt></Document>").toString();
    }

    /** Everything that was paid and did not come back. */
    long paidFen() throws SQLException {
        return Long.parseLong(
                city.ask("SELECT coalesce(sum(CASE kind WHEN 'PAYMENT_RETURN' THEN -amount_fen ELSE amount_fen END), 0)"
                        + " FROM journal_transfer WHERE kind LIKE 'PAYMENT%'"));
    }

    @Override
    public void close() {
        transactions.close();
    }
}
