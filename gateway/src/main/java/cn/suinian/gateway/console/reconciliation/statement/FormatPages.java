package cn.suinian.gateway.console.reconciliation.statement;

import static cn.suinian.core.staff.Permission.RECONCILE_ACT;
import static cn.suinian.core.staff.Permission.RECONCILE_APPROVE;
import static cn.suinian.core.staff.Permission.RECONCILE_VIEW;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.form.BodyLimit;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.form.Upload;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.reconciliation.statement.FormatForm.KnownFormat;
import cn.suinian.gateway.console.reconciliation.word.Known;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.ReconciliationOffice;
import cn.suinian.settlement.statement.MappingTrial;
import cn.suinian.settlement.statement.StatementRefusal;
import cn.suinian.settlement.statement.format.StatementMapping;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How vendors write their statements: looked at, tried on a sample, saved. */
public final class FormatPages {
    static final int SAMPLE_BYTES = 2 * 1024 * 1024;
    private static final long MOST_UNPACKED = 32L << 20;
    private static final String PATH = "/reconciliation/formats";

    private final ReconciliationOffice office;

    public FormatPages(ReconciliationOffice office) {
        this.office = office;
    }

    /** Every route. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.form(PATH, RECONCILE_VIEW, this::page),
                Known.around(ConsoleRoute.act(PATH, RECONCILE_APPROVE, this::save, this::page))
                        .taking(BodyLimit.oneFile(SAMPLE_BYTES)),
                ConsoleRoute.act(PATH + "/sample", RECONCILE_ACT, this::trySample, this::page)
                        .taking(BodyLimit.oneFile(SAMPLE_BYTES)));
    }

    private Answer page(Visit visit, Problems problems) throws SQLException {
        return page(visit, problems, null);
    }

    private Answer page(Visit visit, Problems problems, @Nullable MappingTrial trial) throws SQLException {
        // The first form of a page takes what the act before has to say.
        FormView form = visit.form(problems);
        VendorNames names = names(visit);
        boolean posted = !visit.typed().all().isEmpty();
        String given =
                posted ? visit.typed().text("vendor") : visit.query("vendor").orElse("");
        int vendor = Words.small(Typed.wholeNumber(given));
        if (!names.has(vendor)) {
            return Answer.page("reconciliation/formats.jte", Map.of("view", new FormatView(form, names, -1, 0, null)));
        }
        StatementMapping inForce = office.mappings().get(visit.actor(), vendor);
        Typed asked = Typed.of(Map.of("known", visit.query("known").orElse("")));
        StatementMapping shown = asked.choice("known", KnownFormat.class)
                .map(KnownFormat::mapping)
                .orElse(inForce);
        Typed typed = posted ? visit.typed() : FormatForm.typed(vendor, asked.text("known"), shown);
        String here = new Address(PATH).with("vendor", vendor).toString();
        FormView filled = new FormView(posted ? form.frame().at(here) : form.frame(), typed, problems, form.act());
        FormatView view = new FormatView(filled, names, vendor, inForce.version(), trial);
        return Answer.page("reconciliation/formats.jte", Map.of("view", view));
    }

    private Answer save(Visit visit) throws SQLException {
        int vendor = vendor(visit);
        StatementMapping saved = office.mappings().set(visit.actor(), vendor, FormatForm.mapping(visit.typed()));
        String said = visit.frame().say(FormatText.SAVED, Integer.toString(saved.version()));
        return Answer.to(new Address(PATH).with("vendor", vendor).toString()).saying(Flash.done(said));
    }

    /** Nothing is kept, so the page itself is the answer. */
    private Answer trySample(Visit visit) throws SQLException {
        vendor(visit);
        Optional<Upload> sample = visit.typed().file("file");
        if (sample.isEmpty()) {
            if (visit.typed().fileFields().contains("file")) {
                throw new RefusedException(StatementRefusal.FILE_EMPTY, "file");
            }
            Problems.NONE.and("file", FormatText.SAMPLE_MISSING).stopIfAny();
        }
        StatementMapping mapping = FormatForm.mapping(visit.typed());
        try (InputStream in = new SentFile(sample.orElseThrow().content()).open(MOST_UNPACKED)) {
            MappingTrial trial = MappingTrial.of(visit.actor(), mapping, in, FormatView.SHOWN);
            return page(visit, Problems.NONE, trial);
        } catch (IOException broken) {
            throw new RefusedException(StatementRefusal.FILE_BROKE_OFF, "file");
        }
    }

    private int vendor(Visit visit) throws SQLException {
        int vendor = Words.small(Typed.wholeNumber(visit.typed().text("vendor")));
        if (!names(visit).has(vendor)) {
            Problems.NONE.and("vendor", ReconcileText.VENDOR_MISSING).stopIfAny();
        }
        return vendor;
    }

    private VendorNames names(Visit visit) throws SQLException {
        return VendorNames.of(office.vendors(), visit.actor(), visit.frame().language());
    }
}
