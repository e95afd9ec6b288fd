package cn.suinian.core.holder.lookup;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A holder in a list, masked.
 *
 * @param bornOn the year of birth
 * @param documents of any kind, masked
 * @param card the number of the live card, masked; null: none
 * @param cardSerial of the live card, by which its pages are found
 * @param cardStatus of the live card
 * @param visible whether the page of this holder can be opened by whoever asked
 */
public record Hit(
        long holderId,
        String name,
        String bornOn,
        Sex sex,
        boolean deceased,
        District district,
        List<String> documents,
        @Nullable String card,
        @Nullable Integer cardSerial,
        @Nullable CardStatus cardStatus,
        boolean visible) {

    public Hit {
        documents = List.copyOf(documents);
    }
}
