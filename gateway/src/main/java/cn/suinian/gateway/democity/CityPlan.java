package cn.suinian.gateway.democity;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A city to plant into an empty database.
 *
 * @param openDay the first business day that is not yet closed
 */
public record CityPlan(
        LocalDate openDay, List<PlannedVendor> vendors, List<PlannedTerminal> terminals, List<Person> people) {

    /** A vendor to be. */
    public record PlannedVendor(String code, String name, String kind) {}

    /** A terminal to be. */
    public record PlannedTerminal(long id, String vendorCode, Set<Service> services) {}

    /**
     * A holder to be; the last card is the live one.
     *
     * @param hukou null without a Shenzhen hukou
     */
    public record Person(
            LocalDate bornOn, @Nullable District hukou, Set<Category> categories, List<PlannedCard> cards) {}

    /** A card to be. */
    public record PlannedCard(int serial, CardStatus status) {}

    /** Since when a planted person has been what they are; long before any tap. */
    public static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
}
