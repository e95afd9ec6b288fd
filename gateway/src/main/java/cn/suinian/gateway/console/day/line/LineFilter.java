package cn.suinian.gateway.console.day.line;

import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.day.word.PayerWords;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.console.today.Names;
import cn.suinian.settlement.clearing.ClearingLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which lines somebody wants to see, as their address has it; what is no code of ours narrows nothing down.
 *
 * @param vendor the beginning of its code; empty: any
 * @param payer a label, or NONE; empty: any
 */
record LineFilter(String vendor, String payer, Optional<Service> service) {

    private static final int LONGEST_CODE = 32;

    static LineFilter of(Visit visit) {
        String vendor = visit.query("vendor").orElse("").strip();
        return new LineFilter(
                vendor.length() > LONGEST_CODE ? "" : vendor,
                visit.query("payer").filter(LineFilter::isPayer).orElse(""),
                service(visit.query("service").orElse("")));
    }

    static Optional<Service> service(String name) {
        return Arrays.stream(Service.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** The payer of a label; empty for NONE. */
    static Optional<Payer> payer(String label) {
        return payers().stream().filter(each -> each.label().equals(label)).findFirst();
    }

    static boolean isPayer(String label) {
        return label.equals(ClearingLine.NO_PAYER) || payer(label).isPresent();
    }

    boolean fits(ClearingLine line) {
        return line.vendorCode().startsWith(vendor)
                && (payer.isEmpty() || line.payerLabel().equals(payer))
                && service.map(line.service()::equals).orElse(true);
    }

    /** As the fields of its form hold it. */
    Typed typed() {
        return Typed.of(Map.of(
                "vendor",
                vendor,
                "payer",
                payer,
                "service",
                service.map(Service::name).orElse("")));
    }

    static List<Option> payerOptions(Language language) {
        List<Option> options = new ArrayList<>();
        payers().forEach(payer -> options.add(new Option(payer.label(), PayerWords.of(Optional.of(payer), language))));
        options.add(new Option(ClearingLine.NO_PAYER, PayerWords.of(Optional.empty(), language)));
        return options;
    }

    static List<Option> serviceOptions(Language language) {
        return Arrays.stream(Service.values())
                .map(each -> new Option(each.name(), Names.service(each.code(), language)))
                .toList();
    }

    private static List<Payer> payers() {
        List<Payer> payers = new ArrayList<>(List.of(Payer.CITY));
        Arrays.stream(District.values()).map(Payer::of).forEach(payers::add);
        return payers;
    }
}
