package cn.suinian.gateway.democity;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.gateway.democity.CityPlan.Identity;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names, documents and phones of people who are nobody. A name says that it is a test's, and its third sign which
 * district serves them: 测试甲一 is the first of Futian. The area of their documents was never given to a place, and their
 * phones have a prefix that no operator gives to people; both are right in form, so that every check is passed.
 */
final class DemoNames {

    private static final String NOWHERE = "449999";
    private static final String NOBODYS_PREFIX = "142";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String DIGITS = "零一二三四五六七八九";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final List<District> DISTRICTS = List.of(District.values());

    private final Map<LocalDate, Integer> bornThatDay = new HashMap<>();
    private final Map<District, Integer> servedThere = new HashMap<>();
    private int last;

    /** The next person. Whoever has no hukou is served where they live: each district in turn. */
    Identity next(LocalDate bornOn, @Nullable District hukou) {
        last++;
        District servedBy = hukou == null ? DISTRICTS.get(last % DISTRICTS.size()) : hukou;
        int ofTheDistrict = servedThere.merge(servedBy, 1, Integer::sum);
        int ofTheDay = bornThatDay.merge(bornOn, 1, Integer::sum);
        return new Identity(
                "测试" + STEMS.charAt(DISTRICTS.indexOf(servedBy)) + numeral(ofTheDistrict),
                IdDocument.residentCard(NOWHERE + DAY.format(bornOn) + String.format("%03d", ofTheDay)),
                String.format("%s%08d", NOBODYS_PREFIX, last),
                servedBy);
    }

    /** Digit by digit, as 二零三: names have no figures. */
    private static String numeral(int number) {
        StringBuilder text = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            text.append(DIGITS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
