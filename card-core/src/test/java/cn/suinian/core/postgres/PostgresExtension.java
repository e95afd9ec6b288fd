package cn.suinian.core.postgres;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives tests a real PostgreSQL database with the schema of every module, as a parameter of type {@link Database}, and
 * checks the invariants before it is taken away: what a test breaks, it says with {@link Breaks} or puts right.
 *
 * <p>A test class has one database, shared with its nested classes; {@link FreshDatabase} gives a test one of its own.
 * A {@link Database} asked for by a constructor or {@code @BeforeAll} is the one of the class. It is checked after the
 * last test, since the checks of a whole city take longer than most tests; {@code -Dsuinian.invariants=each} checks it
 * after each and so finds the one at fault.
 */
public final class PostgresExtension implements ParameterResolver, AfterEachCallback, AfterAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(PostgresExtension.class);
    private static final String DATABASE = "database";
    private static final boolean AFTER_EACH = "each".equals(System.getProperty("suinian.invariants"));

    /** JUnit closes what it stores when the class, the method or the run that it belongs to ends. */
    private record Lent(TestServer server, Database database) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            server.drop(database);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Database resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext owner = wantsItsOwn(context) ? context : outermostClass(context);
        return owner.getStore(NAMESPACE)
                .getOrComputeIfAbsent(DATABASE + owner.getUniqueId(), id -> lend(context), Lent.class)
                .database();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (wantsItsOwn(context)) {
            checkThatOf(context, context);
        } else if (AFTER_EACH) {
            checkThatOf(outermostClass(context), context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (context.equals(outermostClass(context))) {
            checkThatOf(context, context);
        }
    }

    private static void checkThatOf(ExtensionContext owner, ExtensionContext context) throws SQLException {
        Lent lent = owner.getStore(NAMESPACE).get(DATABASE + owner.getUniqueId(), Lent.class);
        if (lent != null) {
            Invariants.check(lent.database(), brokenOnPurpose(context));
        }
    }

    private static Lent lend(ExtensionContext context) {
        // Where there are several processes, Surefire makes a run of each class: only the session is shared.
        TestServer server = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(TestServer.class, type -> startServer(), TestServer.class);
        try {
            return new Lent(server, server.copy());
        } catch (SQLException failure) {
            throw new IllegalStateException("Copying the template database failed", failure);
        }
    }

    private static TestServer startServer() {
        try {
            return new TestServer();
        } catch (java.io.IOException | SQLException failure) {
            throw new IllegalStateException("Starting the database of the tests failed", failure);
        }
    }

    private static boolean wantsItsOwn(ExtensionContext context) {
        return context.getTestMethod().isPresent()
                && (AnnotationSupport.isAnnotated(context.getTestMethod(), FreshDatabase.class)
                        || AnnotationSupport.isAnnotated(context.getTestClass(), FreshDatabase.class));
    }

    private static Set<String> brokenOnPurpose(ExtensionContext context) {
        Set<String> names = new HashSet<>();
        AnnotationSupport.findAnnotation(context.getTestMethod(), Breaks.class)
                .ifPresent(breaks -> names.addAll(Arrays.asList(breaks.value())));
        AnnotationSupport.findAnnotation(context.getTestClass(), Breaks.class)
                .ifPresent(breaks -> names.addAll(Arrays.asList(breaks.value())));
        return names;
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        ExtensionContext outermost = context;
        Optional<ExtensionContext> parent = context.getParent();
        while (parent.isPresent() && parent.get().getTestClass().isPresent()) {
            outermost = parent.get();
            parent = outermost.getParent();
        }
        return outermost;
    }
}
