package cn.suinian.gateway.console.day.line;

import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.day.word.PayerWords;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.today.Names;
import java.util.Map;

/** What accounts are called; their names in the books say what they are for, see {@code LedgerAccount}. */
record AccountWords(Map<String, String> vendorNames, Language language) {

    String of(String account) {
        String[] parts = account.split(":", -1);
        return switch (parts[0]) {
            case "payer" ->
                LineText.PAYER_ACCOUNT.in(language, payer(parts[1]), service(parts.length > 2 ? parts[2] : ""));
            case "vendor" -> LineText.VENDOR_ACCOUNT.in(language, vendorNames.getOrDefault(parts[1], parts[1]));
            case "bank" -> LineText.BANK_ACCOUNT.in(language, payer(parts[1]));
            case "holders" -> LineText.HOLDERS_ACCOUNT.in(language);
            default -> account;
        };
    }

    private String payer(String label) {
        return PayerWords.of(LineFilter.payer(label), language);
    }

    private String service(String name) {
        return LineFilter.service(name)
                .map(Service::code)
                .map(code -> Names.service(code, language))
                .orElse(name);
    }
}
