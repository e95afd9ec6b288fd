package cn.suinian.gateway.console.staff;

import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.register.StaffMember;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of the register.
 *
 * @param form holds what is filtered by
 * @param first the first page; null: this is it
 * @param older the next page; null: there is none
 * @param note what the reader should know; null: nothing
 */
public record StaffList(
        FormView form,
        List<StaffMember> members,
        Scopes scopes,
        @Nullable String first,
        @Nullable String older,
        @Nullable String note) {

    /** One member of staff. */
    public record Row(
            long id,
            String account,
            String name,
            String roles,
            String scope,
            String tone,
            String status,
            String lastSignIn) {}

    /** The frame of the page. */
    public Frame frame() {
        return form.frame();
    }

    /** A phrase. */
    public String say(StaffText phrase) {
        return frame().say(phrase);
    }

    /** Whether anything is filtered by. */
    public boolean filtered() {
        return !form.value("text").isEmpty()
                || !form.value("role").isEmpty()
                || !form.value("status").isEmpty();
    }

    /** Every role. */
    public List<Option> roles() {
        return Arrays.stream(Role.values())
                .map(role -> new Option(role.name(), name(role, frame().language())))
                .toList();
    }

    /** Both states. */
    public List<Option> states() {
        return List.of(new Option("ACTIVE", say(StaffText.ACTIVE)), new Option("DISABLED", say(StaffText.DISABLED)));
    }

    /** Everybody of this page. */
    public List<Row> rows() {
        return members.stream().map(this::row).toList();
    }

    private Row row(StaffMember member) {
        return new Row(
                member.staffId(),
                member.account(),
                member.displayName(),
                names(member, frame().language()),
                scopes.name(member.scope()),
                tone(member),
                say(status(member)),
                member.lastSignedInAt() == null ? say(StaffText.NEVER) : Figures.dateTime(member.lastSignedInAt()));
    }

    static String name(Role role, Language language) {
        return language == Language.ZH ? role.zh() : role.en();
    }

    static String names(StaffMember member, Language language) {
        return member.roles().stream()
                .sorted()
                .map(role -> name(role, language))
                .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
    }

    static StaffText status(StaffMember member) {
        if (!member.active()) {
            return StaffText.DISABLED;
        }
        return member.mustChangePassword() ? StaffText.NEW_HERE : StaffText.ACTIVE;
    }

    static String tone(StaffMember member) {
        if (!member.active()) {
            return "bad";
        }
        return member.mustChangePassword() ? "wait" : "good";
    }
}
