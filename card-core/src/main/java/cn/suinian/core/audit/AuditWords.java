package cn.suinian.core.audit;

/**
 * What an entry says in a language of people, for those who read an export; the codes stand beside it.
 *
 * @param act what was done
 * @param subject to what; empty: to nothing in particular
 * @param before the values before, each on a line
 * @param after the values after
 * @param reason why; empty: nobody had to say
 */
public record AuditWords(String act, String subject, String before, String after, String reason) {}
