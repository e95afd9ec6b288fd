package cn.suinian.gateway.console.lens;

import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.work.VendorCases;
import java.util.function.Function;

/** Flags and findings of an export, in the words of the page and in both languages. */
final class ExportWords implements VendorCases.Words {

    @Override
    public String source(LensItem item) {
        return switch (item.ref().source()) {
            case FLAG -> both(LensText.SOURCE_FLAG::in);
            case FINDING -> both(LensText.SOURCE_FINDING::in);
        };
    }

    @Override
    public String kind(LensItem item) {
        return both(language -> LensWords.title(item.kind(), language));
    }

    @Override
    public String verdict(LensItem item) {
        return both(LensWords.of(item.verdict())::in);
    }

    @Override
    public String evidence(LensItem item) {
        return both(language -> LensWords.line(item, language));
    }

    private static String both(Function<Language, String> said) {
        return said.apply(Language.ZH) + " " + said.apply(Language.EN);
    }
}
