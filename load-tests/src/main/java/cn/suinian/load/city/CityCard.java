package cn.suinian.load.city;

import cn.suinian.load.frame.Sm4Key;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A card of the city and the facts about its holder that benefits depend on.
 *
 * @param counter the last value the card used
 * @param hukouDistrict null for a holder without Shenzhen hukou
 * @param status ACTIVE, or why the card is not
 */
public record CityCard(
        String cardNo,
        Sm4Key key,
        long counter,
        LocalDate bornOn,
        @Nullable String hukouDistrict,
        Set<String> categories,
        String status) {

    public boolean isActive() {
        return status.equals("ACTIVE");
    }
}
