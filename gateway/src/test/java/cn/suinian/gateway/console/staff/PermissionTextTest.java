package cn.suinian.gateway.console.staff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Role;
import cn.suinian.gateway.console.page.Language;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionTextTest {

    @Test
    void noTwoPermissionsAreCalledTheSame() {
        Stream<String> names = Arrays.stream(Permission.values())
                .flatMap(each -> Stream.of(
                        PermissionText.of(each).zh(), PermissionText.of(each).en()));
        assertThat(names).doesNotHaveDuplicates().hasSize(2 * Permission.values().length);
    }

    @ParameterizedTest
    @EnumSource
    void aRoleSaysEverythingThatItMayDo(Role role) {
        assertThat(PermissionText.of(role, Language.EN).split("; "))
                .hasSize(role.permissions().size());
        assertThat(PermissionText.of(role, Language.ZH).split("、"))
                .hasSizeGreaterThanOrEqualTo(role.permissions().size());
    }
}
