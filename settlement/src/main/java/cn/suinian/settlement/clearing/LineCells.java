package cn.suinian.settlement.clearing;

import cn.suinian.settlement.csv.CsvRow.Yuan;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A clearing line as the cells of a file, the same in every file that has some. */
public final class LineCells {
    private static final String[] NAMES = {
        "营业日 day",
        "内容 what",
        "商户 vendor",
        "商户名称 vendor name",
        "付款方 payer",
        "业务 service",
        "笔数 taps",
        "应收总额 gross",
        "补贴 subsidy",
        "自付 self-pay",
        "运营补贴 operator subsidy",
        "送餐补贴 delivery subsidy"
    };

    private LineCells() {}

    /** The names of the cells in both languages, with more behind them. */
    public static @Nullable Object[] names(String... more) {
        return Stream.concat(Arrays.stream(NAMES), Arrays.stream(more)).toArray();
    }

    /**
     * The cells of a line with codes, with more behind them.
     *
     * @param reversal whether its taps were taken back
     */
    public static @Nullable Object[] of(LocalDate day, boolean reversal, ClearingLine line, @Nullable Object... more) {
        String what = reversal ? "REVERSAL" : "TAPS";
        return of(day, line, List.of(what, line.payerLabel(), line.service().name()), more);
    }

    /** The same with words of both languages instead of codes, for files that no program reads. */
    public static @Nullable Object[] inWords(
            LocalDate day, boolean reversal, ClearingLine line, @Nullable Object... more) {
        return of(
                day,
                line,
                List.of(LineWords.what(reversal), LineWords.of(line.payer()), LineWords.of(line.service())),
                more);
    }

    /** Of what it is, the payer and the service as they are told. */
    private static @Nullable Object[] of(
            LocalDate day, ClearingLine line, List<String> told, @Nullable Object... more) {
        Sums sums = line.sums();
        @Nullable
        Object[] cells = {
            day,
            told.get(0),
            line.vendorCode(),
            line.vendorName(),
            told.get(1),
            told.get(2),
            sums.taps(),
            new Yuan(sums.grossFen()),
            new Yuan(sums.subsidyFen()),
            new Yuan(sums.selfPayFen()),
            new Yuan(sums.operatorSubsidyFen()),
            new Yuan(sums.deliverySubsidyFen())
        };
        @Nullable Object[] all = Arrays.copyOf(cells, cells.length + more.length);
        System.arraycopy(more, 0, all, cells.length, more.length);
        return all;
    }

    /** The cells of a row that is about no line: a day, what it is, and others behind. */
    public static @Nullable Object[] none(LocalDate day, String what, @Nullable Object... more) {
        @Nullable Object[] all = new @Nullable Object[NAMES.length + more.length];
        all[0] = day;
        all[1] = what;
        System.arraycopy(more, 0, all, NAMES.length, more.length);
        return all;
    }
}
