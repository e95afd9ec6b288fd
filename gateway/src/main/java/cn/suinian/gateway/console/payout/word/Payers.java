package cn.suinian.gateway.console.payout.word;

import cn.suinian.core.money.Payer;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.today.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What payers are called on the pages. */
public final class Payers {

    private static final int MOST = 11;

    private Payers() {}

    /** One of them. */
    public static String name(Payer payer, Language language) {
        return Names.payer(payer.code(), language);
    }

    /** The one that files call so; what is no payer keeps its name. */
    public static String name(String label, Language language) {
        return all().filter(payer -> payer.label().equals(label))
                .findFirst()
                .map(payer -> name(payer, language))
                .orElse(label);
    }

    /** To choose from. */
    public static List<Option> options(Optional<Payer> only, Language language) {
        return all().filter(payer -> only.isEmpty() || only.get().equals(payer))
                .map(payer -> new Option(Integer.toString(payer.code()), name(payer, language)))
                .toList();
    }

    /** Those of a list of labels, with a comma between them. */
    public static String names(String labels, Language language) {
        return String.join(
                language == Language.ZH ? "、" : ", ",
                Arrays.stream(labels.split(" ", -1))
                        .map(label -> name(label, language))
                        .toList());
    }

    private static java.util.stream.Stream<Payer> all() {
        return IntStream.rangeClosed(1, MOST).mapToObj(Payer::new);
    }
}
