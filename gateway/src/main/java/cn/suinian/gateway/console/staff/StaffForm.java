package cn.suinian.gateway.console.staff;

import cn.suinian.core.staff.Role;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Frame;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form for roles and scope, of somebody new, somebody known, or a program.
 *
 * @param cancel where it leads back to
 * @param subject who it is; empty: somebody new
 * @param version of the row
 * @param offered the roles there are to choose from
 */
public record StaffForm(FormView form, Scopes scopes, String cancel, String subject, int version, List<Role> offered) {

    /** Every role there is. */
    static final List<Role> EVERY_ROLE = Arrays.asList(Role.values());

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(StaffText phrase) {
        return frame().say(phrase);
    }

    /** The roles to tick. */
    public List<Option> roles() {
        return offered.stream()
                .map(role -> new Option(role.name(), StaffList.name(role, frame().language())))
                .toList();
    }

    /** What each of them may do. */
    public Map<String, String> duties() {
        Map<String, String> duties = new LinkedHashMap<>();
        offered.forEach(role -> duties.put(role.name(), PermissionText.of(role, frame().language())));
        return duties;
    }

    /** Whom to work for. */
    public List<Option> scopeOptions() {
        return scopes.options();
    }
}
