package cn.suinian.gateway.console.page;

import cn.suinian.core.staff.Permission;

/**
 * A part of the console that the head of every page and the tiles of the home page lead to.
 *
 * @param path its first page
 * @param permission who is shown it; the same that its first page asks for
 * @param title what it is
 * @param line what it is for, in a sentence
 */
public record Section(String path, Permission permission, Phrase title, Phrase line) {}
