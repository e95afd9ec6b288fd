package cn.suinian.gateway.console.form;

/**
 * Something to choose in a {@code select} or among radio buttons.
 *
 * @param value what the form sends
 * @param name what the reader sees
 */
public record Option(String value, String name) {}
