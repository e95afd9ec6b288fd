package cn.suinian.gateway.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.card.office.LossReport;
import cn.suinian.core.card.office.ReplaceCause;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.businessday.BusinessDay;
import cn.suinian.settlement.lens.item.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the programs write into the audit trail has words on its pages. */
class AuditWordsTest {

    private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+_?|[A-Z]+_)\"");
    private static final Pattern ENTRY =
            Pattern.compile("AuditEntry(?:\\.of)?\\(\\s*\"([A-Z0-9_]+)\"(?!\\s*\\+)\\s*,\\s*(?:\"([A-Z0-9_]+)\")?");

    /** Acts that are put together. */
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "BREAK_", List.of("ACCEPTED", "REJECTED", "COMMENTED", "ASSIGNED", "REOPENED_BY_HAND"),
            "BREAKS_", List.of("ACCEPTED", "REJECTED"),
            "DAY_", names(BusinessDay.State.values()),
            "LENS_ITEM_", names(Verdict.values()));

    /** Steps, requests and reasons, in the same files as acts. */
    private static final Set<String> NO_ACTS = Set.of(
            "ADJUST_ASKED",
            "ADJUST_BREAK",
            "ADJUST_DECLINED",
            "ADJUST_WITHDRAWN",
            "APPROVE_DAY",
            "ALLOWANCE_LATE_RETURN",
            "COLLECT_ALLOWANCE",
            "EXCUSE_STATEMENT",
            "LEFT_OUT",
            "MOVE_DISTRICT",
            "PAYMENT_HOLD_RELEASE",
            "PAYMENT_RETURN_DISPROOF",
            "PAYOUT_BATCH",
            "PAY_ALLOWANCE",
            "REFUND_ALLOWANCE",
            "REOPENED_BY_HAND",
            "REOPEN_DAY",
            "UNDO_DEATH");

    @Test
    void everyActAndEveryThingHasWords() throws IOException {
        Set<String> words = Stream.of(ActText.values(), SubjectText.values())
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .collect(Collectors.toSet());
        assertThat(written()).hasSizeGreaterThan(120).isSubsetOf(words);
    }

    @Test
    void everyChosenReasonHasWords() {
        for (String code : Stream.concat(names(LossReport.By.values()).stream(), names(ReplaceCause.values()).stream())
                .toList()) {
            assertThat(new EntryWords(Language.ZH, Map.of()).reason(code)).isNotEqualTo(code);
            assertThat(new EntryWords(Language.EN, Map.of()).reason(code)).isNotEqualTo(code);
        }
        assertThat(new EntryWords(Language.EN, Map.of()).reason("在公交车上丢失")).isEqualTo("在公交车上丢失");
    }

    private static Set<String> written() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String module : List.of("card-core", "settlement", "gateway")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    String text = Files.readString(file);
                    if (text.contains("AuditEntry") || text.contains("StatusChange(")) {
                        read(text, codes);
                    }
                }
            }
        }
        return codes;
    }

    private static void read(String text, Set<String> codes) {
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            String found = code.group(1);
            if (found.endsWith("_")) {
                assertThat(ENDINGS).containsKey(found);
                ENDINGS.get(found).forEach(ending -> codes.add(found + ending));
            } else if (!NO_ACTS.contains(found)) {
                codes.add(found);
            }
        }
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            codes.add(entry.group(1));
            if (entry.group(2) != null) {
                codes.add(entry.group(2));
            }
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
