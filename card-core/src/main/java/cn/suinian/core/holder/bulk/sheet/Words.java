package cn.suinian.core.holder.bulk.sheet;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.register.CategoryClaim.Grade;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write in lists, and what it means. */
final class Words {
    static final Map<String, DocumentKind> KINDS = new HashMap<>();
    static final Map<String, Sex> SEXES = new HashMap<>();
    static final Map<String, District> DISTRICTS = new HashMap<>();
    static final Map<String, Category> CATEGORIES = new HashMap<>();
    static final Map<String, Grade> GRADES = new HashMap<>();

    private static final Pattern NOT_COMPARED = Pattern.compile("[\\p{Z}\\p{C}_-]");
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})(?:-|/|\\.|年)([0-9]{1,2})(?:-|/|\\.|月)([0-9]{1,2})日?(?: 0?0:00(?::00)?)?");
    private static final Pattern DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    static {
        for (DocumentKind kind : DocumentKind.values()) {
            put(KINDS, kind, kind.name(), kind.zh(), kind.en());
        }
        put(KINDS, DocumentKind.RESIDENT_CARD, "身份证", "resident card", "identity card");
        put(KINDS, DocumentKind.RESIDENCE_PERMIT, "居住证", "港澳台居住证", "residence permit");
        put(KINDS, DocumentKind.HOME_RETURN_PERMIT, "回乡证", "港澳居民来往内地通行证");
        put(KINDS, DocumentKind.TAIWAN_PASS, "台胞证", "台湾居民来往大陆通行证", "taiwan pass");
        put(SEXES, Sex.MALE, "男", "男性", "male", "m");
        put(SEXES, Sex.FEMALE, "女", "女性", "female", "f");
        for (District district : District.values()) {
            String name = district.name();
            put(DISTRICTS, district, name, name + "district", district.zh(), district.zh() + "区", district.zh() + "新区");
        }
        put(CATEGORIES, Category.SPECIAL_HARDSHIP, "特困人员", "特困", "special hardship");
        put(CATEGORIES, Category.LOW_INCOME, "最低生活保障对象", "低保", "低保对象", "low income");
        put(CATEGORIES, Category.LOW_INCOME_MARGIN, "最低生活保障边缘家庭成员", "低保边缘", "low income margin");
        put(CATEGORIES, Category.VETERAN_OR_MARTYR_KIN, "三属五老", "veteran or martyr kin");
        put(CATEGORIES, Category.BEREAVED_ONE_CHILD, "计划生育特殊家庭", "bereaved one child");
        put(CATEGORIES, Category.MODERATELY_DISABLED, "中度及以上失能", "失能", "失能老人", "moderately disabled");
        put(GRADES, Grade.MODERATE, "中度", "中度失能", "moderate");
        put(GRADES, Grade.SEVERE, "重度", "重度失能", "severe");
        put(GRADES, Grade.FULL, "完全", "完全失能", "full");
    }

    private Words() {}

    /** What a word means; empty: it is none of ours. */
    static <T> Optional<T> find(Map<String, T> meanings, String written) {
        return Optional.ofNullable(meanings.get(compared(written)));
    }

    /** A day in one of the spellings of lists; empty: it is none. */
    static Optional<LocalDate> day(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        Matcher parts = DATE.matcher(text);
        Matcher digits = DIGITS.matcher(text);
        Matcher found = parts.matches() ? parts : digits.matches() ? digits : null;
        if (found == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(found, 1), number(found, 2), number(found, 3)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static <T> void put(Map<String, T> meanings, T meaning, String... words) {
        for (String word : words) {
            meanings.put(compared(word), meaning);
        }
    }

    private static String compared(String written) {
        return NOT_COMPARED
                .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
