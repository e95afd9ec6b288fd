package cn.suinian.core.holder;

/** What a holder is besides their age, as far as a benefit asks (city meal subsidy of 2025-01-20; DOMAIN A3, A4). */
public enum Category {
    /** 特困人员. */
    SPECIAL_HARDSHIP,
    /** 最低生活保障对象. */
    LOW_INCOME,
    /** 最低生活保障边缘家庭成员. */
    LOW_INCOME_MARGIN,
    /** 三属五老: kin of martyrs and of those who died in service, and old revolutionaries. */
    VETERAN_OR_MARTYR_KIN,
    /** 计划生育特殊家庭: parents who lost their only child. */
    BEREAVED_ONE_CHILD,
    /** Assessed as moderately disabled or worse. */
    MODERATELY_DISABLED
}
