package cn.suinian.gateway.console.chart;

/** What a chart draws; its table has all of them. */
enum Measure {
    TAPS,
    MEALS,
    /** Subsidy, operator's and delivery subsidy together. */
    PAYABLE
}
