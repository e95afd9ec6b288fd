package cn.suinian.gateway.console.holder.register;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.core.holder.lookup.Namesake;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.Photo;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.holder.register.Registered;
import cn.suinian.core.holder.register.Registration;
import cn.suinian.core.refusal.FieldRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.BodyLimit;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.form.Upload;
import cn.suinian.gateway.console.page.Area;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registers somebody in short steps. */
public final class RegisterPages {

    private static final String PATH = "/holders/new";
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    /** Of the head of every page. */
    public static final Section SECTION =
            new Section(Area.HOLDERS, PATH, Permission.HOLDER_REGISTER, RegisterText.TITLE, RegisterText.SECTION_LINE);

    private final HolderRegister holders;

    public RegisterPages(HolderRegister holders) {
        this.holders = holders;
    }

    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(PATH, Permission.HOLDER_REGISTER, this::first),
                ConsoleRoute.act(PATH, Permission.HOLDER_REGISTER, this::go, this::again)
                        .taking(BodyLimit.oneFile(Photo.MOST_BYTES)),
                ConsoleRoute.get("/holders/:id/registered", Permission.HOLDER_VIEW, this::receipt));
    }

    private Answer first(Visit visit) {
        return step(visit, Step.DOCUMENT, visit.typed().with("kind", DocumentKind.RESIDENT_CARD.name()));
    }

    private Answer go(Visit visit) throws SQLException {
        Typed typed = visit.typed();
        Step at = Step.of(typed.text("step"));
        Draft draft = new Draft(typed);
        if (typed.text("go").equals("back")) {
            return step(visit, before(at, draft), typed);
        }
        draft.problems(at).stopIfAny();
        return at == Step.CHECK ? register(visit, draft) : onward(visit, at, draft);
    }

    private Answer onward(Visit visit, Step at, Draft draft) throws SQLException {
        Step next = after(at, draft);
        Optional<Registered> known = Optional.empty();
        Registration soFar = draft.registration(visit.actor().scope(), null);
        try {
            known = next == Step.CHECK ? holders.meet(visit.actor(), soFar) : holders.dryRun(visit.actor(), soFar);
        } catch (RefusedException refused) {
            if (refused.refusal() == HolderRefusal.ENOUGH_ELSEWHERE) {
                throw refused;
            }
            Optional<Answer> stopped = stopped(visit, draft, refused, at);
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        if (at == Step.DOCUMENT) {
            Optional<Registered> registered = registered(visit);
            if (registered.isPresent()) {
                return met(visit, registered.get());
            }
        }
        // Of what an earlier step would meet nobody is told: it is counted where it is shown.
        return next == Step.CHECK && known.isPresent() ? met(visit, known.get()) : step(visit, next, draft.settled());
    }

    /** Somebody with this very document, before anything else is asked. */
    private Optional<Registered> registered(Visit visit) throws SQLException {
        Optional<IdDocument> document = IdDocument.recognise(visit.typed().text("number"));
        return document.isEmpty() ? Optional.empty() : holders.registered(visit.actor(), document.get());
    }

    private Answer register(Visit visit, Draft draft) throws SQLException {
        try {
            Photo photo = photo(visit);
            Registered outcome = holders.register(
                    visit.actor(), draft.registration(visit.actor().scope(), photo));
            if (!(outcome instanceof Registered.NewHolder registered)) {
                return met(visit, outcome);
            }
            HolderPage page = holders.page(visit.actor(), registered.holderId());
            String said = visit.frame().say(RegisterText.DONE, page.person().name());
            return Answer.to("/holders/" + registered.holderId() + "/registered")
                    .saying(Flash.done(said));
        } catch (RefusedException refused) {
            return stopped(visit, draft, refused, Step.CHECK).orElseThrow(() -> refused);
        }
    }

    private static @Nullable Photo photo(Visit visit) {
        return visit.typed()
                .file("photo")
                .map(Upload::content)
                .map(content -> Photo.read(content.getBytes(), "photo"))
                .orElse(null);
    }

    /** What is wrong with what was asked so far: at the step that asked; empty when nothing of it is wrong. */
    private static Optional<Answer> stopped(Visit visit, Draft draft, RefusedException refused, Step soFar) {
        Problems problems = Problems.NONE;
        Step first = null;
        for (FieldRefusal each : refused.all()) {
            String field = draft.field(each.field());
            Step asking = Step.asking(field).orElse(Step.CHECK);
            if (asking.compareTo(soFar) > 0) {
                continue;
            }
            if (each.refusal() == HolderRefusal.TOO_YOUNG) {
                return Optional.of(RegisterAnswers.young(visit.frame(), each.details()));
            }
            problems = problems.and(
                    field.isEmpty() ? null : field,
                    each.refusal().zh(),
                    each.refusal().en());
            first = first == null || asking.compareTo(first) < 0 ? asking : first;
        }
        return first == null
                ? Optional.empty()
                : Optional.of(page(UNPROCESSABLE, view(visit, first, visit.typed(), problems, List.of())));
    }

    private static Answer met(Visit visit, Registered known) {
        if (known instanceof Registered.AlreadyRegistered already) {
            return RegisterAnswers.known(visit.frame(), already.holderId(), already.servedBy(), already.visible());
        }
        if (known instanceof Registered.PossibleDuplicates alike) {
            return page(OK, view(visit, Step.ALIKE, visit.typed(), Problems.NONE, alike.holders()));
        }
        throw new IllegalStateException("a new holder is nobody known");
    }

    private Answer receipt(Visit visit) throws SQLException {
        HolderPage page = holders.page(visit.actor(), NotThere.number(visit, "id"));
        return RegisterAnswers.receipt(visit.frame(), page);
    }

    private Answer step(Visit visit, Step step, Typed typed) {
        return page(OK, view(visit, step, typed, Problems.NONE, List.of()));
    }

    /** The step whose own fields were refused before core was asked. */
    private Answer again(Visit visit, Problems problems) throws SQLException {
        Step at = Step.of(visit.typed().text("step"));
        if (at == Step.ALIKE) {
            return againAlike(visit, problems);
        }
        return page(OK, view(visit, at, visit.typed(), problems, List.of()));
    }

    private Answer againAlike(Visit visit, Problems problems) throws SQLException {
        Registration soFar = new Draft(visit.typed()).registration(visit.actor().scope(), null);
        Problems said = problems;
        List<Namesake> alike = List.of();
        try {
            if (holders.meet(visit.actor(), soFar).orElse(null) instanceof Registered.PossibleDuplicates duplicates) {
                alike = duplicates.holders();
            }
        } catch (RefusedException refused) {
            said = Problems.NONE.and(
                    null, refused.refusal().zh(), refused.refusal().en());
        }
        return page(OK, view(visit, Step.ALIKE, visit.typed(), said, alike));
    }

    private static RegisterView view(Visit visit, Step step, Typed typed, Problems problems, List<Namesake> alike) {
        District only = visit.actor().scope().district();
        Typed shown =
                step == Step.RESIDENCE && only != null && typed.find("district").isEmpty()
                        ? typed.with("district", only.name())
                        : typed;
        return new RegisterView(visit.form(shown, problems), step, visit.actor().scope(), alike);
    }

    private static Answer page(int status, RegisterView view) {
        return Answer.page(status, "holder/register/step.jte", Map.of("view", view));
    }

    private static Step after(Step at, Draft draft) {
        return switch (at) {
            case DOCUMENT -> Step.PERSON;
            case PERSON -> Step.RESIDENCE;
            case RESIDENCE -> draft.categories().isEmpty() ? Step.CHECK : Step.CATEGORIES;
            case CATEGORIES, ALIKE, CHECK -> Step.CHECK;
        };
    }

    private static Step before(Step at, Draft draft) {
        return switch (at) {
            case DOCUMENT, PERSON -> Step.DOCUMENT;
            case RESIDENCE -> Step.PERSON;
            case CATEGORIES -> Step.RESIDENCE;
            case ALIKE, CHECK -> draft.categories().isEmpty() ? Step.RESIDENCE : Step.CATEGORIES;
        };
    }
}
