package cn.suinian.core.postgres;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** This test, or this class, breaks these invariants on purpose: they are not checked after it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Breaks {
    /** The names of the invariants. */
    String[] value();
}
