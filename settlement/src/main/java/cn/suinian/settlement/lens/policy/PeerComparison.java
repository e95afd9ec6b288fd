package cn.suinian.settlement.lens.policy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.suinian.core.holder.District;
import cn.suinian.settlement.risk.policy.Evidence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compares the canteens of each district with each other, on one day. */
public final class PeerComparison {

    private static final double TENTHS = 10;
    private static final int PERMILLE = 1000;

    /**
     * Something that like canteens have in common.
     *
     * @param floor the spread is taken to be at least this, in units of the measure
     * @param shown how many of what evidence shows make a unit of the measure
     * @param counted what the sample is of
     */
    private record Question(
            FindingKind kind, Function<CanteenDay, Sample> measure, double floor, int shown, String counted) {
        double mean(CanteenDay canteen) {
            return measure.apply(canteen).mean();
        }
    }

    private final LensLimits limits;
    private final List<Question> questions;

    public PeerComparison(LensLimits limits) {
        this.limits = limits;
        double shareFloor = (double) limits.shareFloorPermille() / PERMILLE;
        this.questions = List.of(
                new Question(FindingKind.SUBSIDISED_SHARE, CanteenDay::share, shareFloor, PERMILLE, "meals"),
                new Question(FindingKind.SUBSIDY_PER_HEAD, CanteenDay::perHead, limits.headFloorFen(), 1, "people"));
    }

    /** What is out of line, in no particular order: at most one finding of each kind for a canteen. */
    public List<Finding> judge(List<CanteenDay> canteens) {
        Map<District, List<CanteenDay>> districts = canteens.stream()
                .collect(groupingBy(CanteenDay::district, () -> new EnumMap<>(District.class), toList()));
        List<Finding> findings = new ArrayList<>();
        for (List<CanteenDay> peers : districts.values()) {
            questions.forEach(question -> findings.addAll(compare(question, peers)));
        }
        return findings;
    }

    private List<Finding> compare(Question question, List<CanteenDay> peers) {
        List<CanteenDay> enough = peers.stream()
                .filter(each -> question.measure().apply(each).count() >= limits.leastMeals())
                .toList();
        if (enough.size() < limits.leastCanteens()) {
            return List.of();
        }
        Robust line = Robust.of(enough.stream().mapToDouble(question::mean).toArray());
        List<Finding> findings = new ArrayList<>();
        for (CanteenDay each : enough) {
            double times = timesTheLimit(question, each, line);
            if (times >= 1) {
                Evidence evidence = evidence(question, each, line).with("canteens", enough.size());
                findings.add(new Finding(each.vendorId(), question.kind(), Finding.score(times), evidence, null));
            }
        }
        return findings;
    }

    /** Only upwards: who serves fewer subsidised meals than others costs nobody anything. */
    private double timesTheLimit(Question question, CanteenDay canteen, Robust line) {
        double spread = Math.max(question.floor(), line.spread());
        double chance = question.measure().apply(canteen).varianceOfMean();
        double above = question.mean(canteen) - line.median();
        return above / Math.sqrt(spread * spread + chance) * TENTHS / limits.outlierTenths();
    }

    private static Evidence evidence(Question question, CanteenDay canteen, Robust line) {
        boolean share = question.kind() == FindingKind.SUBSIDISED_SHARE;
        String unit = share ? "Permille" : "Fen";
        return new Evidence()
                .with("district", canteen.district().name())
                .with(question.counted(), question.measure().apply(canteen).count())
                .with("here" + unit, Math.round(question.mean(canteen) * question.shown()))
                .with("median" + unit, Math.round(line.median() * question.shown()))
                .with("spread" + unit, Math.round(Math.max(question.floor(), line.spread()) * question.shown()));
    }
}
