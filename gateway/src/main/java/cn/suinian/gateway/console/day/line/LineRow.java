package cn.suinian.gateway.console.day.line;

import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.day.word.PayerWords;
import cn.suinian.gateway.console.day.word.WordText;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.today.Names;
import cn.suinian.settlement.clearing.ClearingLine;
import cn.suinian.settlement.clearing.Sums;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A clearing line in words; amounts are yuan. */
public record LineRow(
        String vendor,
        String vendorName,
        String vendorPath,
        String payer,
        String service,
        String taps,
        String tapsPath,
        String gross,
        String subsidy,
        String selfPay,
        String extra,
        String owed) {

    static LineRow of(LocalDate day, ClearingLine line, Language language) {
        Sums sums = line.sums();
        return new LineRow(
                line.vendorCode(),
                line.vendorName(),
                new Address(DayPath.of(day) + "/vendors/" + line.vendorCode()).toString(),
                PayerWords.of(line.payer(), language),
                Names.service(line.service().code(), language),
                Figures.count(sums.taps()),
                new Address(DayPath.of(day) + "/taps")
                        .with("vendor", line.vendorCode())
                        .with("payer", line.payerLabel())
                        .with("service", line.service().name())
                        .toString(),
                Figures.yuan(sums.grossFen()),
                Figures.yuan(sums.subsidyFen()),
                Figures.yuan(sums.selfPayFen()),
                Figures.yuan(sums.operatorSubsidyFen() + sums.deliverySubsidyFen()),
                Figures.yuan(owed(sums)));
    }

    /** What is payable to the vendor. */
    static long owed(Sums sums) {
        return sums.subsidyFen() + sums.operatorSubsidyFen() + sums.deliverySubsidyFen();
    }

    /** How what is payable comes of the lines and of what was taken back. */
    static Map<String, String> owed(Frame frame, List<ClearingLine> lines, List<ClearingLine> taken) {
        long before = sum(lines);
        long back = sum(taken);
        Map<String, String> owed = new LinkedHashMap<>();
        owed.put(frame.say(WordText.OWED_BEFORE), Figures.money(before));
        owed.put(frame.say(WordText.TAKEN_BACK), Figures.money(back));
        owed.put(frame.say(WordText.OWED), Figures.money(before - back));
        return owed;
    }

    private static long sum(List<ClearingLine> lines) {
        return lines.stream().mapToLong(line -> owed(line.sums())).reduce(0, Math::addExact);
    }

    /** The last line of a table. */
    static LineRow total(String word, Sums sums) {
        return new LineRow(
                word,
                "",
                "",
                "",
                "",
                Figures.count(sums.taps()),
                "",
                Figures.yuan(sums.grossFen()),
                Figures.yuan(sums.subsidyFen()),
                Figures.yuan(sums.selfPayFen()),
                Figures.yuan(sums.operatorSubsidyFen() + sums.deliverySubsidyFen()),
                Figures.yuan(owed(sums)));
    }
}
