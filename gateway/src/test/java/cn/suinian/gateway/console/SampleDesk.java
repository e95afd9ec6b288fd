package cn.suinian.gateway.console;

import cn.suinian.core.refusal.Refusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.BodyLimit;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Pages that use everything a page author has, for tests of the frame. */
public final class SampleDesk {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final int UPLOAD_BYTES = 1024 * 1024;

    /** How often the act was done. */
    public final AtomicInteger done = new AtomicInteger();

    /** The act waits for this. */
    public volatile CountDownLatch gate = new CountDownLatch(0);

    private enum Why implements Refusal {
        NAME_TAKEN;

        @Override
        public String zh() {
            return "这个名字已经用过，请换一个。";
        }

        @Override
        public String en() {
            return "This name is taken. Please choose another.";
        }
    }

    /** Its routes. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.form("/sample", Permission.STAFF_MANAGE, this::form),
                ConsoleRoute.act("/sample", Permission.STAFF_MANAGE, this::act, this::form),
                ConsoleRoute.act("/sample/file", Permission.STAFF_MANAGE, this::file, this::form)
                        .taking(BodyLimit.oneFile(UPLOAD_BYTES)),
                ConsoleRoute.act("/sample/approve", Permission.STAFF_MANAGE, this::act, this::form),
                ConsoleRoute.act("/sample/secret", Permission.STAFF_MANAGE, this::act, this::form)
                        .proved(),
                ConsoleRoute.act("/sample/stream", Permission.STAFF_MANAGE, SampleDesk::stream, null),
                ConsoleRoute.get("/sample/confirm", Permission.STAFF_MANAGE, this::confirm),
                ConsoleRoute.get("/sample/:id/receipt", Permission.STAFF_MANAGE, this::receipt));
    }

    private Answer act(Visit visit) throws Exception {
        String name = visit.typed().text("name");
        Problems problems = Problems.NONE;
        if (name.isEmpty()) {
            problems = problems.and("name", "请填写姓名。", "Please give a name.");
        }
        if (visit.typed().text("way").isEmpty()) {
            problems = problems.and("way", "请选择一种方式。", "Please choose a way.");
        }
        problems.stopIfAny();
        if (name.equals("taken")) {
            throw new RefusedException(Why.NAME_TAKEN, "name");
        }
        if (name.equals("broken")) {
            throw new IllegalStateException("person 440301194001010011");
        }
        gate.await();
        return Answer.to("/sample/" + done.incrementAndGet() + "/receipt").saying(Flash.done("办好了：" + name));
    }

    private Answer file(Visit visit) {
        int size = visit.typed().file("file").orElseThrow().content().length();
        return Answer.to("/sample/" + size + "/receipt");
    }

    private static Answer stream(Visit visit) {
        long lines = Typed.wholeNumber(visit.typed().text("lines"));
        return Answer.text("sample.csv", "text/csv; charset=utf-8", out -> {
            for (long line = 0; line < lines; line++) {
                out.append("一行,line ").append(Long.toString(line)).append("\r\n");
            }
            if (visit.typed().ticked("broken")) {
                throw new IllegalStateException("broken on the way");
            }
        });
    }

    private Answer form(Visit visit, Problems problems) {
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Content fields = output -> {
            part(
                    output,
                    "field",
                    Map.of("form", form, "name", "name", "label", "姓名 Name", "hint", "与证件一致 As on the document"));
            part(output, "field", Map.of("form", form, "name", "phone", "label", "电话 Phone", "required", false));
            part(
                    output,
                    "select",
                    Map.of("form", form, "name", "district", "label", "区 District", "options", options()));
            part(output, "radios", Map.of("form", form, "name", "way", "label", "方式 Way", "options", options()));
            part(output, "tick", Map.of("form", form, "name", "consent", "label", "本人同意 Consent given"));
            part(output, "area", Map.of("form", form, "name", "reason", "label", "原因 Reason", "required", false));
            part(output, "carry", Map.of("form", form, "names", List.of("step")));
            part(output, "submit", Map.of("frame", frame, "label", "登记 Register", "cancel", "/"));
        };
        Content body = output -> {
            part(
                    output,
                    "steps",
                    Map.of("frame", frame, "names", List.of("证件 Document", "资料 Details", "领卡 Card"), "now", 2));
            output.writeContent("<h1>登记 Registration</h1><p>");
            part(output, "badge", Map.of("tone", "good", "text", "使用中 Active"));
            part(output, "badge", Map.of("tone", "bad", "text", "已挂失 Lost"));
            part(output, "badge", Map.of("tone", "wait", "text", "待复核 Waiting"));
            output.writeContent("</p>");
            part(output, "form", Map.of("form", form, "action", "/sample", "content", fields));
            part(output, "empty", Map.of("title", "没有记录 Nothing here", "line", "还没有人。 Nobody yet."));
            part(output, "pager", Map.of("frame", frame, "newer", "/sample", "older", "/sample"));
        };
        return page(frame, "登记 Registration", body);
    }

    private Answer confirm(Visit visit) {
        Content body = output -> part(
                output,
                "confirm",
                Map.of(
                        "form", visit.form(Problems.NONE),
                        "action", "/sample",
                        "question", "注销这张卡？ Cancel this card?",
                        "consequence", "注销后不能恢复。 This cannot be undone.",
                        "facts", facts(),
                        "label", "注销 Cancel the card",
                        "cancel", "/"));
        return page(visit.frame(), "注销 Cancel", body);
    }

    private Answer receipt(Visit visit) {
        Content body = output -> part(
                output,
                "receipt",
                Map.of(
                        "frame", visit.frame(),
                        "title", "换卡回执 Receipt",
                        "facts", facts(),
                        "advice", "旧卡已失效，请使用新卡。 The old card has stopped working.",
                        "office", "福田一号窗口"));
        return page(visit.frame(), "回执 Receipt " + visit.path("id"), body);
    }

    private static Answer page(Frame frame, String title, Content body) {
        return Answer.page("layout.jte", Map.of("frame", frame, "title", title, "content", body));
    }

    private static void part(TemplateOutput output, String name, Map<String, Object> values) {
        TEMPLATES.render("part/" + name + ".jte", values, output);
    }

    private static List<Option> options() {
        return List.of(new Option("A", "福田区 Futian"), new Option("B", "南山区 Nanshan"));
    }

    private static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("卡号 Card", "3104 8704 60** **** 782");
        facts.put("办理时间 Time", "2026-11-23 12:10");
        return facts;
    }
}
