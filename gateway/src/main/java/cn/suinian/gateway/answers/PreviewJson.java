package cn.suinian.gateway.answers;

import static java.util.stream.Collectors.joining;

import cn.suinian.core.authorization.decision.Preview;
import cn.suinian.core.authorization.decision.PreviewWording;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.When;
import org.jspecify.annotations.Nullable;

/** What a card would get, as JSON. Of the person it says nothing that a tap would not. */
public final class PreviewJson {

    private PreviewJson() {}

    /** The preview of a card. */
    public static String of(Preview.OfCard preview) {
        String card =
                preview.cardRefused() == null ? "GOOD" : preview.cardRefused().name();
        String services = preview.services().stream().map(PreviewJson::service).collect(joining(",", "[", "]"));
        return new Json().text("card", card).raw("services", services).toString();
    }

    private static String service(Preview preview) {
        BenefitRule rule = preview.rule();
        PreviewWording wording = PreviewWording.of(preview);
        return new Json()
                .text("service", preview.service())
                .value("entitled", preview.entitled())
                .text("reason", preview.refused())
                .text("benefit", rule == null ? null : rule.benefit().code())
                .value("cap", rule == null ? null : rule.howMuch().capFen())
                .value("percent", rule == null ? null : rule.howMuch().percent())
                .value("balanceLeft", preview.balanceLeft())
                .raw("window", rule == null ? null : window(rule.when()))
                .display(wording.zh(), wording.en())
                .toString();
    }

    private static @Nullable String window(When when) {
        return when.windowFrom() == null
                ? null
                : new Json()
                        .text("from", when.windowFrom())
                        .text("to", when.windowTo())
                        .toString();
    }
}
