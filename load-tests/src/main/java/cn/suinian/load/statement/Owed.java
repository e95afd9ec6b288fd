package cn.suinian.load.statement;

import cn.suinian.load.reference.Payer;

/** Who owes whom. */
public record Owed(String vendor, Payer payer) {}
