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
 * @param demonstrationRule whether the rule that only a demonstration has is planted too
 */
public record CityPlan(
        LocalDate openDay,
        List<PlannedVendor> vendors,
        List<PlannedTerminal> terminals,
        List<Person> people,
        boolean demonstrationRule) {

    /** A city with the rules of the house and no others. */
    public CityPlan(
            LocalDate openDay, List<PlannedVendor> vendors, List<PlannedTerminal> terminals, List<Person> people) {
        this(openDay, vendors, terminals, people, false);
    }

    /** A vendor to be. */
    public record PlannedVendor(String code, String name, String kind) {}

    /**
     * A terminal to be.
     *
     * @param placeKind what kind of place it stands in; null: nothing is known
     * @param spot where it stands; null: nobody knows
     * @param feeds kinds of attestation that it may supply
     */
    public record PlannedTerminal(
            long id,
            String vendorCode,
            Set<Service> services,
            @Nullable String placeKind,
            @Nullable Spot spot,
            Set<String> feeds) {

        /** One of which no more is known. */
        public PlannedTerminal(long id, String vendorCode, Set<Service> services) {
            this(id, vendorCode, services, null, null, Set.of());
        }
    }

    /** A place on the map, in millionths of a degree (WGS 84). */
    public record Spot(int latE6, int lonE6) {}

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
