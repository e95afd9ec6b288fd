/**
 * Settings from the environment, read once at start-up by the feature that needs them.
 *
 * <p>Each feature owns a small record with a static {@code from(Settings)}; the record asks for its values by name,
 * with a default, the allowed range and one sentence of meaning. Asking is registering: after every feature has read
 * its part, {@link cn.suinian.core.settings.Settings#refuseUnknown()} stops a process whose environment holds a
 * {@code SUINIAN_*} name nobody asked for, because a misspelt setting that is silently ignored is found at the worst
 * time. The same register renders the table in {@code docs/configuration.md}, so the page cannot drift from the code.
 *
 * <p>Only the environment is read. A settings file was left out: containers, systemd units and the launcher all speak
 * environment variables, and two sources need an order of precedence that somebody has to remember. One big settings
 * class was left out as well: it grows with every feature and makes each of them depend on all others.
 *
 * <p>Secrets come back as {@link cn.suinian.core.settings.Secret}, whose text form never shows the value; a setting
 * with a wrong value is named together with that value, unless it is a secret.
 */
package cn.suinian.core.settings;
