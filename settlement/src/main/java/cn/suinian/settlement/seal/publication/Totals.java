package cn.suinian.settlement.seal.publication;

import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.seal.publication.policy.Figures;
import cn.suinian.settlement.seal.publication.policy.Figures.Sum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a day with their margins.
 *
 * @param lines each combination that has taps, each value of each dimension, and all together
 */
record Totals(List<Line> lines) {
    static final int NOBODY = 0;

    /**
     * One line; null stands for all.
     *
     * @param district {@link #NOBODY}: no hukou in Shenzhen
     * @param payer {@link #NOBODY}: not subsidised
     * @param holders how many different ones
     */
    record Line(
            @Nullable Integer district,
            @Nullable Integer service,
            @Nullable Integer payer,
            long holders,
            long taps,
            long grossFen,
            long payableFen) {

        String districtLabel() {
            return district == null
                    ? "ALL"
                    : district == NOBODY ? "NONE" : District.ofCode(district).name();
        }

        String serviceLabel() {
            return service == null ? "ALL" : Service.ofCode(service).name();
        }

        String payerLabel() {
            return payer == null ? "ALL" : payer == NOBODY ? "NONE" : new Payer(payer).label();
        }

        private boolean isCell() {
            return district != null && service != null && payer != null;
        }

        private boolean isUnsubsidised() {
            return isCell() && payer == NOBODY;
        }

        /** Whether a line that says as much or more is in this one. */
        private boolean holds(Line other) {
            return (district == null || Objects.equals(district, other.district))
                    && (service == null || Objects.equals(service, other.service))
                    && (payer == null || Objects.equals(payer, other.payer));
        }

        private int dimensions() {
            return (int)
                    Stream.of(district, service, payer).filter(Objects::nonNull).count();
        }
    }

    Totals {
        lines = List.copyOf(lines);
    }

    Figures figures() {
        List<Sum> sums = new ArrayList<>();
        for (int total = 0; total < lines.size(); total++) {
            Line line = lines.get(total);
            if (!line.isCell()) {
                sums.add(new Sum(total, parts(line)));
            }
            if (line.dimensions() == 0) {
                sums.addAll(byDimension(total));
            }
        }
        return new Figures(
                lines.stream().map(Line::holders).toList(),
                lines.stream().map(Line::taps).toList(),
                sums,
                IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).isUnsubsidised())
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    private List<Integer> parts(Line total) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).isCell() && total.holds(lines.get(i)))
                .boxed()
                .toList();
    }

    /** All together is also the sum over each dimension. */
    private List<Sum> byDimension(int all) {
        List<Sum> sums = new ArrayList<>();
        Set<String> kinds = new HashSet<>(Arrays.asList("district", "service", "payer"));
        for (String kind : kinds) {
            List<Integer> parts = IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).dimensions() == 1 && value(lines.get(i), kind) != null)
                    .boxed()
                    .toList();
            sums.add(new Sum(all, parts));
        }
        return sums;
    }

    private static @Nullable Integer value(Line line, String kind) {
        return switch (kind) {
            case "district" -> line.district;
            case "service" -> line.service;
            default -> line.payer;
        };
    }
}
