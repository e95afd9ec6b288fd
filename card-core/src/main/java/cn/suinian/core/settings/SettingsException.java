package cn.suinian.core.settings;

/** The environment cannot be used as it is; the message is for the operator and names the setting to change. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
