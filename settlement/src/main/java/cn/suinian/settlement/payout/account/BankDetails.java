package cn.suinian.settlement.payout.account;

import cn.suinian.core.refusal.Refusals;
import java.util.regex.Pattern;

/**
 * An account at a bank, as it stands on a payment order. Its text form does not show the number.
 *
 * @param accountName whose it is, as the bank knows them
 * @param number 8 to 32 digits, without blanks
 * @param bankCode CNAPS number of the branch, 12 digits
 * @param bankName of the branch
 */
public record BankDetails(String accountName, String number, String bankCode, String bankName) {
    /** Characters shown of a number. */
    public static final int TAIL = 4;

    private static final int LONGEST_NAME = 70;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{8,32}");
    private static final Pattern BANK_CODE = Pattern.compile("[0-9]{12}");

    /**
     * The same without blanks around and in numbers.
     *
     * @throws cn.suinian.core.refusal.RefusedException with everything that is wrong
     */
    public BankDetails checked() {
        BankDetails tidy = new BankDetails(accountName.strip(), digits(number), digits(bankCode), bankName.strip());
        Refusals refusals = new Refusals();
        if (!isName(tidy.accountName)) {
            refusals.add(AccountRefusal.NAME_INVALID, "accountName");
        }
        if (!NUMBER.matcher(tidy.number).matches()) {
            refusals.add(AccountRefusal.NUMBER_INVALID, "number");
        }
        if (!BANK_CODE.matcher(tidy.bankCode).matches()) {
            refusals.add(AccountRefusal.BANK_CODE_INVALID, "bankCode");
        }
        if (!isName(tidy.bankName)) {
            refusals.add(AccountRefusal.NAME_INVALID, "bankName");
        }
        refusals.throwIfAny();
        return tidy;
    }

    String tail() {
        return number.substring(number.length() - TAIL);
    }

    private static String digits(String given) {
        return given.replaceAll("[ \\u3000-]", "");
    }

    /** What every file that names it can carry: no control characters and no half of a pair. */
    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.SURROGATE
                                || Character.getType(c) == Character.UNASSIGNED
                                || c == '\u2028'
                                || c == '\u2029');
    }

    @Override
    public String toString() {
        return "account at " + bankCode;
    }
}
