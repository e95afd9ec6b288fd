package cn.suinian.gateway.console.today;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.page.Language;
import java.util.Arrays;

/** What stored codes are called on the screen. */
public final class Names {

    private Names() {}

    /** A service; a code of a newer release keeps its number. */
    public static String service(int code, Language language) {
        return Arrays.stream(Service.values())
                .filter(service -> service.code() == code)
                .findFirst()
                .map(service -> text(service).in(language))
                .orElseGet(() -> TodayText.OTHER_SERVICE.in(language, code));
    }

    /** A payer: the city or a district. */
    public static String payer(int code, Language language) {
        Payer payer = new Payer(code);
        return switch (language) {
            case ZH -> payer.zh();
            case EN -> payer.en();
        };
    }

    private static TodayText text(Service service) {
        return switch (service) {
            case TRANSIT -> TodayText.TRANSIT;
            case MEAL -> TodayText.MEAL;
            case ALLOWANCE -> TodayText.ALLOWANCE;
            case VENUE -> TodayText.VENUE;
            case VOUCHER -> TodayText.VOUCHER;
        };
    }
}
