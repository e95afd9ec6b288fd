package cn.suinian.load.chaos;

/** What can be done to a fleet under load. */
enum FaultKind {
    NODE_KILLED("kill -9 of a gateway node"),
    POSTMASTER_KILLED("kill -9 of the PostgreSQL postmaster"),
    BACKEND_KILLED("kill -9 of a PostgreSQL backend"),
    EVERYTHING_KILLED("kill -9 of every process at once"),
    DATABASE_FROZEN("SIGSTOP of PostgreSQL, then SIGCONT"),
    NODE_FROZEN("SIGSTOP of a gateway node, then SIGCONT"),
    COMMITS_CUT("connections to PostgreSQL cut between statement and reply"),
    DATABASE_STALLED("connections to PostgreSQL stalled"),
    DATABASE_SLOW("connections to PostgreSQL slowed down"),
    REPLIES_LOST("replies lost between gateway and terminal"),
    NODE_RESTARTED("graceful restart of a gateway node"),
    DISK_FULL("PostgreSQL's files may not grow");

    private final String text;

    FaultKind(String text) {
        this.text = text;
    }

    /** As it is shown. */
    String text() {
        return text;
    }
}
