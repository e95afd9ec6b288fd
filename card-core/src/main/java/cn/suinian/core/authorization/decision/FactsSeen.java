package cn.suinian.core.authorization.decision;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision saw, kept with the tap as one number so that it can be explained years later, whatever was corrected
 * since. Names nobody.
 *
 * @param age full years on the day of the tap
 * @param hukou district of the hukou on that day
 * @param categories in force on that day
 * @param cardStatus the status the card was judged by
 * @param online judged by what was known on arrival; else by what was so at the tap
 * @param goodFaith the card had been stopped, but the list that the terminal held could not say so
 * @param usedBefore how much of the benefit was used before: lunches of the week, fen of the month, else of the
 *     period in which least is left
 */
public record FactsSeen(
        int age,
        @Nullable District hukou,
        Set<Category> categories,
        CardStatus cardStatus,
        boolean online,
        boolean goodFaith,
        long usedBefore) {

    private static final int AGE_BITS = 8;
    private static final int DISTRICT_BITS = 4;
    private static final int CATEGORY_BITS = 16;
    private static final int STATUS_BITS = 3;
    private static final int USED_BITS = 30;

    public FactsSeen {
        categories = Set.copyOf(categories);
    }

    /** With this much used before. */
    public FactsSeen withUsedBefore(long used) {
        return new FactsSeen(age, hukou, categories, cardStatus, online, goodFaith, used);
    }

    /** As stored. */
    public long packed() {
        long bits = Math.min(usedBefore, mask(USED_BITS));
        bits = bits << 1 | (goodFaith ? 1 : 0);
        bits = bits << 1 | (online ? 1 : 0);
        bits = bits << STATUS_BITS | cardStatus.code();
        bits = bits << CATEGORY_BITS | categoryBits();
        bits = bits << DISTRICT_BITS | (hukou == null ? 0 : hukou.code());
        return bits << AGE_BITS | Math.max(0, Math.min(age, mask(AGE_BITS)));
    }

    /** What was stored. */
    public static FactsSeen unpacked(long stored) {
        Bits bits = new Bits(stored);
        int age = (int) bits.next(AGE_BITS);
        int district = (int) bits.next(DISTRICT_BITS);
        long categories = bits.next(CATEGORY_BITS);
        Set<Category> found = EnumSet.noneOf(Category.class);
        for (Category category : Category.values()) {
            if ((categories & category.bit()) != 0) {
                found.add(category);
            }
        }
        return new FactsSeen(
                age,
                Optional.of(district)
                        .filter(code -> code != 0)
                        .map(District::ofCode)
                        .orElse(null),
                found,
                CardStatus.ofCode((int) bits.next(STATUS_BITS)),
                bits.next(1) == 1,
                bits.next(1) == 1,
                bits.next(USED_BITS));
    }

    private static final class Bits {
        private long left;

        Bits(long bits) {
            left = bits;
        }

        long next(int count) {
            long value = left & mask(count);
            left >>>= count;
            return value;
        }
    }

    private long categoryBits() {
        long bits = 0;
        for (Category category : categories) {
            bits |= category.bit();
        }
        return bits;
    }

    private static long mask(int bits) {
        return (1L << bits) - 1;
    }
}
