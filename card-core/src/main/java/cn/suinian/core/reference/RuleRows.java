package cn.suinian.core.reference;

import cn.suinian.core.entitlement.Benefit;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.For;
import cn.suinian.core.entitlement.BenefitRule.HowMuch;
import cn.suinian.core.entitlement.BenefitRule.PayerKind;
import cn.suinian.core.entitlement.BenefitRule.When;
import cn.suinian.core.entitlement.BenefitRule.Where;
import cn.suinian.core.entitlement.BenefitRule.Who;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import io.vertx.sqlclient.Row;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Benefit rules in SQL. */
final class RuleRows {

    static final String SELECT = """
            SELECT r.*, b.benefit_no, b.service AS benefit_service, b.zh, b.en
            FROM benefit_rule r JOIN benefit b ON b.code = r.benefit
            """;

    private RuleRows() {}

    static BenefitRule rule(Row row) {
        return new BenefitRule(
                row.getInteger("rule_id"),
                benefit(row),
                district(row.getShort("district")),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"),
                who(row),
                new Where(Set.copyOf(List.of(row.getArrayOfStrings("place_kinds")))),
                when(row),
                howMuch(row));
    }

    private static Benefit benefit(Row row) {
        return new Benefit(
                row.getShort("benefit_no"),
                row.getString("benefit"),
                Service.ofCode(row.getShort("benefit_service")),
                row.getString("zh"),
                row.getString("en"));
    }

    private static Who who(Row row) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        for (String category : row.getArrayOfStrings("categories")) {
            categories.add(Category.valueOf(category));
        }
        return new Who(
                row.getShort("min_age"),
                row.getShort("max_age"),
                row.getBoolean("hukou_required"),
                categories,
                row.getString("attestation"));
    }

    private static When when(Row row) {
        return new When(
                row.getLocalTime("window_from"),
                row.getLocalTime("window_to"),
                row.getBoolean("workdays_only"),
                wide(row.getShort("per_day")),
                wide(row.getShort("per_week")),
                wide(row.getShort("per_month")),
                wide(row.getShort("per_year")));
    }

    private static HowMuch howMuch(Row row) {
        return new HowMuch(
                For.valueOf(row.getString("pays_for")),
                row.getInteger("cap_fen"),
                row.getShort("percent"),
                row.getInteger("grant_fen"),
                PayerKind.valueOf(row.getString("payer")),
                row.getInteger("operator_subsidy_fen"));
    }

    private static @Nullable District district(@Nullable Short code) {
        return code == null ? null : District.ofCode(code);
    }

    private static @Nullable Integer wide(@Nullable Short number) {
        return number == null ? null : Integer.valueOf(number);
    }
}
