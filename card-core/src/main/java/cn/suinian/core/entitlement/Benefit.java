package cn.suinian.core.entitlement;

import cn.suinian.core.terminal.Service;

/**
 * Something the card gives. The list is data: the city adds one without a release.
 *
 * @param no what an account's usage is kept under; never used again for another
 * @param code what messages and files call it, such as MEAL
 * @param service what a terminal asks for to get it
 * @param zh name in Chinese
 * @param en name in English
 */
public record Benefit(int no, String code, Service service, String zh, String en) {}
