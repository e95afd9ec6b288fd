package cn.suinian.core.holder.bulk;

/** How far a file is. The names are kept in the database. */
public enum BulkState {
    /** Every row is being looked at; nobody is registered. */
    CHECKING,
    /** A clerk sees what it would come to and decides. */
    CHECKED,
    /** Its people are being registered. */
    RUNNING,
    /** Whoever could be registered is. */
    DONE,
    /** Nobody else will be registered from it. */
    CANCELLED,
    /** It failed again and again, or whoever let it begin may not any more; a clerk may let it go on. */
    STOPPED;

    /** Whether a node works on it now, or should. */
    public boolean underWay() {
        return this == CHECKING || this == RUNNING;
    }

    /** Whether it is over. */
    public boolean over() {
        return this == DONE || this == CANCELLED;
    }
}
