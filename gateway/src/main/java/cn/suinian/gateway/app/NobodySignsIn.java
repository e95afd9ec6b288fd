package cn.suinian.gateway.app;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.access.Session;
import cn.suinian.gateway.console.access.Sessions;
import java.util.List;
import java.util.Optional;

/** A console without accounts: its door is shut and says so. */
final class NobodySignsIn implements Sessions {

    private enum Why implements Refusal {
        NO_ACCOUNTS;

        @Override
        public String zh() {
            return "本系统还没有设置账号，请联系系统管理员。";
        }

        @Override
        public String en() {
            return "There are no accounts on this system yet. Please tell the administrator.";
        }
    }

    @Override
    public Optional<Session> find(String cookieToken, String address) {
        return Optional.empty();
    }

    @Override
    public Admitted signIn(String account, String password, String address) {
        throw refused();
    }

    @Override
    public Admitted proveCode(Session session, String code) {
        throw refused();
    }

    @Override
    public Enrolment enrolment(Session session) {
        throw refused();
    }

    @Override
    public Admitted enrol(Session session, String code) {
        throw refused();
    }

    @Override
    public Admitted changePassword(Session session, String password, String newPassword) {
        throw refused();
    }

    @Override
    public List<Open> open(Session session) {
        return List.of();
    }

    @Override
    public void end(Session session) {}

    @Override
    public void endAll(Session session) {}

    private static RefusedException refused() {
        return new RefusedException(Why.NO_ACCOUNTS);
    }
}
