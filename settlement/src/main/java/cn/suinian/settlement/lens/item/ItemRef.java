package cn.suinian.settlement.lens.item;

/** One flag or finding. */
public record ItemRef(Source source, long number) {

    /** Where it comes from; the names are those of {@code lens_item.source}. */
    public enum Source {
        /** {@code risk_flag}: about a tap or two. */
        FLAG,
        /** {@code vendor_finding}: about a vendor's day. */
        FINDING
    }

    /** A flag of the risk scan. */
    public static ItemRef flag(long flagId) {
        return new ItemRef(Source.FLAG, flagId);
    }

    /** A finding of the lens. */
    public static ItemRef finding(long findingNo) {
        return new ItemRef(Source.FINDING, findingNo);
    }
}
