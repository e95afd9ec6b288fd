package cn.suinian.settlement.lens.item;

import java.time.Instant;

/** What somebody said of a flag or a finding, and when. */
public record Answer(long number, Verdict verdict, String reason, long staffId, String actor, Instant at) {}
