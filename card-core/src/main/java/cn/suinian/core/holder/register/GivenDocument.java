package cn.suinian.core.holder.register;

import cn.suinian.core.holder.document.DocumentKind;

/** A document as somebody typed it. */
public record GivenDocument(DocumentKind kind, String number) {
    @Override
    public String toString() {
        return kind.name();
    }
}
