package cn.suinian.gateway.console.page;

import cn.suinian.core.staff.Permission;
import java.util.Set;

/**
 * A part of the console that the head of every page and the tiles of the home page lead to.
 *
 * @param area the field of work that it is of
 * @param path its first page
 * @param permissions who is shown it: whoever has any of these
 * @param title what it is
 * @param line what it is for, in a sentence
 */
public record Section(Area area, String path, Set<Permission> permissions, Phrase title, Phrase line) {

    public Section {
        permissions = Set.copyOf(permissions);
    }

    /** A part for those with this permission; the same that its first page asks for. */
    public Section(Area area, String path, Permission permission, Phrase title, Phrase line) {
        this(area, path, Set.of(permission), title, line);
    }
}
