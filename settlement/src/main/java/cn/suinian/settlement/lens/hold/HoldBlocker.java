package cn.suinian.settlement.lens.hold;

/** A hold that speaks against paying a vendor. */
public record HoldBlocker(long holdNo) {

    /** The hold as payouts name it: "hold:3". */
    public String reference() {
        return "hold:" + holdNo;
    }
}
