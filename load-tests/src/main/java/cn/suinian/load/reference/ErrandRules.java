package cn.suinian.load.reference;

import cn.suinian.load.city.CityCard;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Places (city notice of August 2019), home care paid with a voucher (national scheme of 2026) and the identity check
 * of the old-age allowance (rules of 2020), for one holder at one moment.
 */
final class ErrandRules {
    static final long MONTHLY_GRANT_FEN = 80_000;

    private static final Set<String> THE_CITY_PAYS =
            Set.of("PARK", "SCENIC_AREA", "CULTURE", "SPORTS", "PUBLIC_TOILET");
    private static final Set<String> NOTHING_IS_PAID = Set.of("HOSPITAL_PRIORITY", "LEGAL_SERVICE", "BANK_SERVICE");
    private static final Map<String, Integer> PERCENT_OF_CARE = Map.of("HOME_CARE", 50, "CARE_INSTITUTION", 40);
    private static final int ALLOWANCE_AGE = 70;

    private ErrandRules() {}

    /** The demo city adds one rule: in Yantian a sports venue asks for a certificate, and nobody has one. */
    static Expectation visit(CityCard card, @Nullable String placeKind, long priceFen) {
        if ("SPORTS".equals(placeKind) && "YANTIAN".equals(card.hukouDistrict())) {
            return Expectation.declined("ATTESTATION_MISSING");
        }
        if (placeKind != null && THE_CITY_PAYS.contains(placeKind)) {
            return Expectation.errand(priceFen, priceFen, Payer.CITY, null);
        }
        return placeKind != null && NOTHING_IS_PAID.contains(placeKind)
                ? Expectation.errand(0, priceFen, Payer.CITY, null)
                : Expectation.declined("BENEFIT_NOT_OFFERED");
    }

    /** Adds what the voucher pays to what it has paid in the month. */
    static Expectation care(
            CityCard card, @Nullable String placeKind, long priceFen, LocalDate day, Map<YearMonth, Long> paid) {
        Integer percent = placeKind == null ? null : PERCENT_OF_CARE.get(placeKind);
        if (percent == null) {
            return Expectation.declined("BENEFIT_NOT_OFFERED");
        }
        if (!card.categories().contains("MODERATELY_DISABLED")) {
            return Expectation.declined("NOT_ENTITLED");
        }
        YearMonth month = YearMonth.from(day);
        long left = MONTHLY_GRANT_FEN - paid.getOrDefault(month, 0L);
        if (left == 0 && priceFen > 0) {
            return Expectation.voucherEmpty();
        }
        long pays = Math.min(priceFen * percent / 100, left);
        paid.merge(month, pays, Long::sum);
        return Expectation.errand(pays, priceFen, Payer.CITY, Math.toIntExact(left - pays));
    }

    static Expectation check(CityCard card, LocalDate day) {
        String district = card.hukouDistrict();
        boolean due = ChronoUnit.YEARS.between(card.bornOn(), day) >= ALLOWANCE_AGE;
        return district != null && due
                ? Expectation.errand(0, 0, Payer.valueOf(district), null)
                : Expectation.declined("NOT_ENTITLED");
    }
}
