package cn.suinian.gateway.console.day.word;

import cn.suinian.core.money.Payer;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.today.Names;
import java.util.Optional;

/** What payers are called. */
public final class PayerWords {

    private PayerWords() {}

    /** A payer, or nobody. */
    public static String of(Optional<Payer> payer, Language language) {
        return payer.map(each -> Names.payer(each.code(), language)).orElseGet(() -> WordText.NOBODY.in(language));
    }
}
