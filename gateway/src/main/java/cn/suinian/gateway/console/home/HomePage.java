package cn.suinian.gateway.console.home;

import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.console.access.Access;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first page after signing in: a tile for each thing that this person may do, and how much of it waits. */
public final class HomePage {

    private static final Logger LOG = LoggerFactory.getLogger(HomePage.class);
    private static final String FIGURES = "figures";

    private final List<Figure> figures;

    /** A home page with these figures on its tiles. */
    public HomePage(List<Figure> figures) {
        this.figures = List.copyOf(figures);
    }

    /** How much waits for somebody. Blocks. */
    @FunctionalInterface
    public interface Count {
        /** As far as they may see it. */
        long of(Actor visitor) throws Exception;
    }

    /**
     * A figure of a tile, which may have several.
     *
     * @param path the section that the tile leads to
     * @param says what is counted
     */
    public record Figure(String path, HomeText says, Count count) {}

    /** Its route. */
    public ConsoleRoute route() {
        return ConsoleRoute.get("/", Access.SIGNED_IN, this::page);
    }

    private Answer page(Visit visit) {
        Frame frame = visit.frame();
        List<Figure> theirs = figures.stream()
                .filter(figure -> frame.sections().stream()
                        .anyMatch(section -> section.path().equals(figure.path())))
                .toList();
        boolean now = visit.query(FIGURES).isPresent();
        Map<String, List<String>> known = now ? count(visit.actor(), frame, theirs) : Map.of();
        return Answer.page("home/page.jte", Map.of("view", new HomeView(frame, known, !now && !theirs.isEmpty())));
    }

    private static Map<String, List<String>> count(Actor visitor, Frame frame, List<Figure> figures) {
        Map<String, List<String>> known = new HashMap<>();
        for (Figure figure : figures) {
            try {
                long count = figure.count().of(visitor);
                if (count > 0) {
                    known.computeIfAbsent(figure.path(), path -> new ArrayList<>())
                            .add(frame.say(figure.says(), count));
                }
            } catch (Exception failure) {
                LOG.warn(
                        "the home page has no figure of {}: {}",
                        figure.path(),
                        failure.getClass().getName());
                // Whoever waits for a database that does not answer waits once.
                return known;
            }
        }
        return known;
    }
}
