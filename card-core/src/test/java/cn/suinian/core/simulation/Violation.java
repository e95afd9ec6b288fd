package cn.suinian.core.simulation;

/** An invariant that did not hold, and how. */
record Violation(Invariant invariant, String detail) {

    @Override
    public String toString() {
        return invariant + " (" + invariant.rule() + "): " + detail;
    }
}
