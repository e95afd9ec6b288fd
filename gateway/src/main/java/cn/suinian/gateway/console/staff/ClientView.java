package cn.suinian.gateway.console.staff;

import cn.suinian.core.staff.client.ApiClient;
import cn.suinian.gateway.console.page.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Programs: one on its page, or all of them. */
public record ClientView(Frame frame, List<ApiClient> clients, Scopes scopes) {

    /** One program. */
    public record Row(String id, String name, String roles, String scope, boolean active, Map<String, String> facts) {}

    /** A phrase. */
    public String say(ClientText phrase) {
        return frame.say(phrase);
    }

    /** A phrase of staff. */
    public String say(StaffText phrase) {
        return frame.say(phrase);
    }

    /** All of them. */
    public List<Row> rows() {
        return clients.stream().map(this::row).toList();
    }

    private Row row(ApiClient client) {
        String roles = client.roles().stream()
                .sorted()
                .map(role -> StaffList.name(role, frame.language()))
                .collect(Collectors.joining(" · "));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(ClientText.ID), client.clientId());
        facts.put(say(ClientText.NAME), client.name());
        facts.put(say(StaffText.ROLES), roles);
        facts.put(say(StaffText.SCOPE), scopes.name(client.scope()));
        return new Row(client.clientId(), client.name(), roles, scopes.name(client.scope()), client.active(), facts);
    }
}
