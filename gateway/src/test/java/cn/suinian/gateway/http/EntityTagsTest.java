package cn.suinian.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "\"6\", \"7\"", "\"3-7\",W/\"7\" , \"8\"", "*", " * "})
    void nameTheTag(String header) {
        assertThat(EntityTags.name(List.of(header), "\"7\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "\"77\"", "\"3-7\"", "\"7", "W/7", "\"*\"", "'7'", "\"\""})
    void nameAnother(String header) {
        assertThat(EntityTags.name(List.of(header), "\"7\"")).isFalse();
    }

    @Test
    void mayBeSpreadOverSeveralHeaders() {
        assertThat(EntityTags.name(List.of("\"6\"", "\"7\""), "\"7\"")).isTrue();
        assertThat(EntityTags.name(List.of(), "\"7\"")).isFalse();
    }
}
