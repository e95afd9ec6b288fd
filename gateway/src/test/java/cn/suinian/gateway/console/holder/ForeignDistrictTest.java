package cn.suinian.gateway.console.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.PostgresExtension;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.holder.HolderDesk.Person;
import cn.suinian.gateway.console.route.ConsoleRoute;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A holder of another district is answered like one who does not exist, on every route that names one. */
@ExtendWith(PostgresExtension.class)
class ForeignDistrictTest {

    private static final Map<String, String> TYPED = Map.ofEntries(
            Map.entry("reason", "看看是不是有这个人"),
            Map.entry("evidence", "证明原件"),
            Map.entry("on", "2026-11-20"),
            Map.entry("from", "2026-11-20"),
            Map.entry("district", "NANSHAN"),
            Map.entry("category", "LOW_INCOME"),
            Map.entry("phone", "13900000009"),
            Map.entry("version", "1"));

    private static HolderDesk desk;

    @BeforeAll
    static void open(Database database) throws Exception {
        desk = new HolderDesk(database);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void aHolderOfAnotherDistrictIsNotThere() throws Exception {
        Person person = desk.registered();
        desk.card(person.holderId());
        String before = state(person);
        List<ConsoleRoute> routes = desk.console.table().stream()
                .filter(route -> route.path().startsWith("/holders/:id"))
                .toList();
        assertThat(routes).hasSizeGreaterThan(20);
        for (ConsoleRoute route : routes) {
            HttpResponse<String> theirs = ask(desk.otherClerk, route, Long.toString(person.holderId()));
            HttpResponse<String> nobody = ask(desk.otherClerk, route, "999999999");
            assertThat(theirs.statusCode()).as(route.toString()).isEqualTo(404);
            assertThat(nobody.statusCode()).as(route.toString()).isEqualTo(404);
            assertThat(theirs.body()).as(route.toString()).isEqualTo(nobody.body());
            for (String number : List.of("0", "x", "-1", "1e3", "99999999999999999999", "%27", "..%2f..%2fetc")) {
                assertThat(ask(desk.supervisor, route, number).statusCode())
                        .as(route + " " + number)
                        .isEqualTo(404);
            }
        }
        assertThat(state(person)).isEqualTo(before);
    }

    @Test
    void aRequestOfAnotherDistrictIsNotThere() throws Exception {
        Person person = desk.registered();
        desk.fill(desk.clerk, "/holders/" + person.holderId() + "/death", Map.of("on", "2026-11-20", "evidence", "证明"));
        desk.fill(desk.clerk, "/holders/" + person.holderId() + "/undo-death", Map.of("reason", "登记错人了"));
        String request = desk.ask("SELECT max(request_no) FROM approval_request");
        assertThat(desk.page(desk.otherClerk, "/approvals")).contains("没有需要您复核的申请");
        for (ConsoleRoute route : desk.console.table()) {
            if (route.path().startsWith("/approvals/:no")) {
                assertThat(ask(desk.otherClerk, route, request).statusCode())
                        .as(route.toString())
                        .isEqualTo(404);
            }
        }
        assertThat(desk.ask("SELECT outcome FROM approval_request WHERE request_no = " + request))
                .isNull();
    }

    private static HttpResponse<String> ask(Admitted who, ConsoleRoute route, String number) throws Exception {
        String path = route.path().replace(":id", number).replace(":no", number).replace(":category", "LOW_INCOME");
        return route.writes() ? desk.console.post(who, path, TYPED) : desk.console.getAs(who, path);
    }

    private static String state(Person person) throws Exception {
        long id = person.holderId();
        return desk.ask("SELECT row_version || ' ' || (SELECT count(*) FROM holder_change WHERE holder_id = " + id
                + ") || ' ' || (SELECT count(*) FROM holder_event WHERE holder_id = " + id
                + ") || ' ' || (SELECT count(*) FROM audit_log WHERE subject = '" + id
                + "') FROM holder_person WHERE holder_id = " + id);
    }
}
