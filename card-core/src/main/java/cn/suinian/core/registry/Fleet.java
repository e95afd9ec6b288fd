package cn.suinian.core.registry;

/** How many terminals a vendor has. */
public record Fleet(int terminals, int suspended) {}
