package cn.suinian.gateway.console.access;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import java.util.List;
import java.util.Optional;

/** A console without accounts: its door is shut and says so. */
public final class NobodySignsIn implements Sessions {

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
    public Optional<Admitted> find(Latchkey key) {
        return Optional.empty();
    }

    @Override
    public Step signIn(String account, String password, Caller caller) {
        return Step.refused(Why.NO_ACCOUNTS);
    }

    @Override
    public Step proveCode(Latchkey key, String code) {
        return Step.refused(Why.NO_ACCOUNTS);
    }

    @Override
    public Enrolment enrolment(Latchkey key) {
        throw new RefusedException(Why.NO_ACCOUNTS);
    }

    @Override
    public Step choosePassword(Latchkey key, String password) {
        return Step.refused(Why.NO_ACCOUNTS);
    }

    @Override
    public Step changePassword(Latchkey key, String oldPassword, String password) {
        return Step.refused(Why.NO_ACCOUNTS);
    }

    @Override
    public Step proveAgain(Latchkey key, String password) {
        return Step.refused(Why.NO_ACCOUNTS);
    }

    @Override
    public List<Open> open(Session session) {
        return List.of();
    }

    @Override
    public void end(Latchkey key) {}

    @Override
    public void endAll(Latchkey key) {}
}
