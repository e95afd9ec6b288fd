package cn.suinian.core.postgres;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flyway's account of each start at debug level; its warnings and errors as they are. Made by Flyway, by name. */
public final class QuietFlywayLog implements LogCreator {
    @Override
    public Log createLogger(Class<?> owner) {
        return new Lowered(LoggerFactory.getLogger(owner));
    }

    private record Lowered(Logger logger) implements Log {
        // Flyway has deprecated its own abstract method and still calls it.
        @SuppressWarnings("deprecation")
        @Override
        public boolean isDebugEnabled() {
            return logger.isDebugEnabled();
        }

        @Override
        public void debug(String message) {
            logger.debug(message);
        }

        @Override
        public void info(String message) {
            logger.debug(message);
        }

        @Override
        public void warn(String message) {
            logger.warn(message);
        }

        @Override
        public void error(String message) {
            logger.error(message);
        }

        @Override
        public void error(String message, Exception failure) {
            logger.error(message, failure);
        }

        @Override
        public void notice(String message) {
            logger.debug(message);
        }
    }
}
