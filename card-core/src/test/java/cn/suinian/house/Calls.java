package cn.suinian.house;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls that the house does not make, found by how they are written, each with what to use instead. */
final class Calls extends TreeScanner<Void, Void> {
    private static final Set<String> CLOCKS = Set.of(
            "Instant",
            "LocalDate",
            "LocalTime",
            "LocalDateTime",
            "OffsetDateTime",
            "ZonedDateTime",
            "YearMonth",
            "Year");

    private final JavaFile file;
    private final List<String> found = new ArrayList<>();
    private final Kind wanted;

    enum Kind {
        CONSOLE("write to the log, or to a PrintStream made from FileDescriptor.out"),
        STACK_TRACE("log the exception"),
        SLEEP("wait for the condition"),
        CLOCK("take a java.time.Clock and ask it");

        private final String instead;

        Kind(String instead) {
            this.instead = instead;
        }
    }

    private Calls(JavaFile file, Kind wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    static List<String> find(JavaFile file, Kind wanted) {
        Calls calls = new Calls(file, wanted);
        file.scan(calls);
        return calls.found;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void unused) {
        String text = select.toString();
        if (wanted == Kind.CONSOLE && (text.equals("System.out") || text.equals("System.err"))) {
            report(file.lineOf(select), text);
        }
        return super.visitMemberSelect(select, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            String method = select.getIdentifier().toString();
            String receiver = select.getExpression().toString();
            boolean banned =
                    switch (wanted) {
                        case CONSOLE -> false;
                        case STACK_TRACE -> method.equals("printStackTrace");
                        case SLEEP -> receiver.equals("Thread") && method.equals("sleep");
                        case CLOCK ->
                            CLOCKS.contains(receiver)
                                    && method.equals("now")
                                    && call.getArguments().isEmpty();
                    };
            if (banned) {
                report(file.lineOf(call), receiver + "." + method);
            }
        }
        return super.visitMethodInvocation(call, null);
    }

    private void report(int line, String call) {
        found.add("%s:%d calls %s; %s instead".formatted(file.path(), line, call, wanted.instead));
    }
}
