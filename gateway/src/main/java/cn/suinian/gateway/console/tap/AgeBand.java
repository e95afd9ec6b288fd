package cn.suinian.gateway.console.tap;

import cn.suinian.gateway.console.page.Phrase;

/** An age as rules see it: in tens of years, and from a hundred on in one. */
record AgeBand(int from) implements Phrase {

    private static final int TEN = 10;
    private static final int CARD_AGE = 60;
    private static final int CENTENARIAN = 100;

    static AgeBand of(int age) {
        return new AgeBand(age < CARD_AGE ? 0 : Math.min(age / TEN * TEN, CENTENARIAN));
    }

    @Override
    public String zh() {
        if (from == 0) {
            return "未满六十周岁";
        }
        return from == CENTENARIAN ? "100 周岁及以上" : from + " 至 " + (from + TEN - 1) + " 周岁";
    }

    @Override
    public String en() {
        if (from == 0) {
            return "under 60";
        }
        return from == CENTENARIAN ? "100 or more" : from + " to " + (from + TEN - 1);
    }
}
