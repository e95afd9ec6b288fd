package cn.suinian.core.holder;

/**
 * What a holder is besides their age, as far as a benefit asks (city meal subsidy of 2025-01-20; DOMAIN A3, A4).
 * The bit is kept with each tap: never reuse one.
 */
public enum Category {
    /** 特困人员. */
    SPECIAL_HARDSHIP(1),
    /** 最低生活保障对象. */
    LOW_INCOME(2),
    /** 最低生活保障边缘家庭成员. */
    LOW_INCOME_MARGIN(4),
    /** 三属五老: kin of martyrs and of those who died in service, and old revolutionaries. */
    VETERAN_OR_MARTYR_KIN(8),
    /** 计划生育特殊家庭: parents who lost their only child. */
    BEREAVED_ONE_CHILD(16),
    /** Assessed as moderately disabled or worse. */
    MODERATELY_DISABLED(32);

    private final int bit;

    Category(int bit) {
        this.bit = bit;
    }

    /** This category's bit in a set of categories. */
    public int bit() {
        return bit;
    }
}
