package cn.suinian.core.registry;

/** A kind of place that benefits can ask for. */
public record PlaceKind(String code, String zh, String en) {}
