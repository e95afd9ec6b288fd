package cn.suinian.load.dayend;

import cn.suinian.load.console.Browser.Attached;
import cn.suinian.load.console.ConsoleException;
import cn.suinian.load.console.Page;
import cn.suinian.load.console.PageForm;
import cn.suinian.load.reference.Payer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Bank accounts, batches of payments, and what the bank says of them; each with two people. */
final class PayoutDesk {
    private static final String ACCOUNTS = "/payouts/accounts";
    private static final String NEW = "/payouts/new";
    private static final String DUE = "/payouts/due";
    private static final String ANSWERS = "/payouts/answers";
    private static final String RETURNS = "/payouts/returns";

    private final Person clerk;
    private final Person chief;
    private final Map<String, String> vendorOfAccount = new HashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private int accounts;

    PayoutDesk(Person clerk, Person chief) {
        this.clerk = clerk;
        this.chief = chief;
    }

    /** A batch that was sent, and the file that went to the bank. */
    record Sent(Payer payer, String path, PaymentOrder order) {}

    /** What the console said to people who approved what they had made. */
    List<String> refusals() {
        return refusals;
    }

    /** How many bank accounts were entered and confirmed. */
    int accounts() {
        return accounts;
    }

    /** Whose account this is. */
    String vendorOf(String account) throws ConsoleException {
        String vendor = vendorOfAccount.get(account);
        if (vendor == null) {
            throw new ConsoleException("the order pays into an account that nobody entered");
        }
        return vendor;
    }

    /** Enters a vendor's account, or another one, and has it confirmed. */
    void enterVendor(String code, int vendorId) throws IOException, InterruptedException {
        String number = "62170000%08d%02d".formatted(vendorId, accounts % 100);
        enter(ACCOUNTS + "/vendors/" + vendorId, code, number);
        vendorOfAccount.put(number, code);
    }

    void enterPayer(Payer payer) throws IOException, InterruptedException {
        enter(
                ACCOUNTS + "/payers/" + payer.code(),
                payer.name(),
                "44250000%08d%02d".formatted(payer.code(), accounts % 100));
    }

    private void enter(String owner, String name, String number) throws IOException, InterruptedException {
        String change = owner + "/change";
        Page asked = clerk.act(
                change,
                change,
                Map.of(
                        "accountName", "演示 " + name,
                        "number", number,
                        "bankCode", "105584000005",
                        "bankName", "演示银行深圳分行",
                        "reason", "demo: account as on the letter of the bank"));
        String path = asked.path();
        if (accounts == 0) {
            refusals.add("%s confirms the account they entered: %s"
                    .formatted(clerk.account(), clerk.tryAnyway(path, path + "/confirm", Map.of())));
        }
        Page shown = chief.act(path, path + "/show", Map.of());
        if (!shown.text().replace(" ", "").contains(number)) {
            throw new ConsoleException("the number that is to be confirmed is not shown: " + shown.told());
        }
        chief.act(shown, path + "/confirm", Map.of());
        accounts++;
    }

    /** Prepared by the clerk, approved by the supervisor, sent, and the order fetched for the bank. */
    Sent pay(Payer payer, LocalDate throughDay) throws IOException, InterruptedException {
        Page batch = prepare("?payer=" + payer.code() + "&throughDay=" + throughDay);
        String path = batch.path();
        String approve = path + "/approve";
        if (refusals.size() < 2) {
            refusals.add("%s approves the batch they prepared: %s"
                    .formatted(clerk.account(), clerk.tryAnyway(path, approve, Map.of())));
        }
        chief.act(approve, approve, Map.of());
        Page sent = clerk.act(path + "/send", path + "/send", Map.of());
        return new Sent(payer, path, PaymentOrder.read(order(sent, path)));
    }

    /** Refused with what the console says can be paid. */
    private Page prepare(String what) throws IOException, InterruptedException {
        try {
            return clerk.act(NEW + what, NEW, Map.of("reason", "demo: payment run"));
        } catch (ConsoleException refused) {
            throw new ConsoleException(
                    refused.getMessage() + " " + clerk.open(DUE + what).text());
        }
    }

    private byte[] order(Page batch, String path) throws IOException, InterruptedException {
        for (PageForm form : batch.forms()) {
            if (form.action().matches(path + "/files/[0-9]+")) {
                byte[] file = clerk.browser().download(form, Map.of());
                if (file.length > 2 && file[0] == '<' && file[1] == '?') {
                    return file;
                }
            }
        }
        throw new ConsoleException("no pain.001 to download at " + path + ": " + batch.told());
    }

    /** Feeds a bank's answer in; what its page says. */
    Page answer(String fileName, byte[] file) throws IOException, InterruptedException {
        return clerk.act(ANSWERS, ANSWERS, Map.of(), new Attached("file", fileName, file));
    }

    /** Payments that came back and wait for somebody who did not take the answer: their addresses. */
    Set<String> listReturned() throws IOException, InterruptedException {
        Set<String> returned = new TreeSet<>(chief.open(RETURNS).links());
        returned.removeIf(link -> !link.matches(RETURNS + "/[0-9]+"));
        return returned;
    }

    /** By the supervisor: the clerk took the bank's answer. */
    void resolve(String returned, String reason) throws IOException, InterruptedException {
        chief.act(returned, returned, Map.of("reason", reason));
    }
}
