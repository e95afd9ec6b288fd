package cn.suinian.core.money;

import cn.suinian.core.holder.District;
import java.util.Locale;

/**
 * Who pays a subsidy: the city, or the district of the holder's hukou when the tap was made.
 *
 * @param code 1 for the city, else {@link District#code()}
 */
public record Payer(int code) {

    /** The city. */
    public static final Payer CITY = new Payer(1);

    public Payer {
        if (code != 1) {
            District.ofCode(code);
        }
    }

    /** A district as payer. */
    public static Payer of(District district) {
        return new Payer(district.code());
    }

    /** The name in files: CITY or the district's. */
    public String label() {
        return code == 1 ? "CITY" : District.ofCode(code).name();
    }

    /** The name in English. */
    public String en() {
        return label().charAt(0) + label().substring(1).toLowerCase(Locale.ROOT);
    }

    /** The name in Chinese. */
    public String zh() {
        return code == 1 ? "市级" : District.ofCode(code).zh() + "区";
    }
}
