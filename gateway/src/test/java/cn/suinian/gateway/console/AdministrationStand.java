package cn.suinian.gateway.console;

import cn.suinian.core.postgres.Database;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.StaffDesk;
import cn.suinian.gateway.console.access.Caller;
import cn.suinian.gateway.console.access.Sessions;
import cn.suinian.gateway.console.access.Sessions.Admitted;
import cn.suinian.gateway.console.access.Sessions.Latchkey;
import cn.suinian.gateway.console.access.StaffSessions;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A console over a database, with an administrator and an auditor who are really in the register and signed in. */
public final class AdministrationStand implements AutoCloseable {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private final StaffDesk desk;
    private final Sessions sessions;
    private final ConsoleServer console;
    private final StaffDesk.Person administrator;
    private final StaffDesk.Person auditor;

    public AdministrationStand(Database database) throws SQLException {
        desk = new StaffDesk(database);
        sessions = new StaffSessions(desk.parts);
        console = new ConsoleServer(database, desk.clock, sessions);
        administrator = desk.settle("admin", Role.ADMINISTRATOR);
        auditor = desk.settle("auditor", Role.AUDITOR);
    }

    public StaffDesk desk() {
        return desk;
    }

    public ConsoleServer console() {
        return console;
    }

    public StaffDesk.Person administrator() {
        return administrator;
    }

    public StaffDesk.Person auditor() {
        return auditor;
    }

    /** The session of somebody whom the desk signed in. */
    public Admitted session(StaffDesk.Person person) throws SQLException {
        Caller branch = new Caller(StaffDesk.BRANCH.address(), false, StaffDesk.BRANCH.userAgent());
        return sessions.find(new Latchkey(person.token(), branch)).orElseThrow();
    }

    /** Gets a page as the administrator. */
    public HttpResponse<String> get(String path) throws Exception {
        return getAs(administrator, path);
    }

    /** Gets a page as somebody. */
    public HttpResponse<String> getAs(StaffDesk.Person person, String path) throws Exception {
        return console.getAs(session(person), path);
    }

    /** Sends a form as the administrator. */
    public HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return postAs(administrator, path, fields);
    }

    /** Sends a form as somebody. */
    public HttpResponse<String> postAs(StaffDesk.Person person, String path, Map<String, String> fields)
            throws Exception {
        return console.post(session(person), path, fields);
    }

    /** The row version in the form of a page. */
    public String version(String path) throws Exception {
        Matcher version = VERSION.matcher(get(path).body());
        if (!version.find()) {
            throw new AssertionError(path + " has no version");
        }
        return version.group(1);
    }

    @Override
    public void close() throws IOException {
        console.close();
        desk.close();
    }
}
