package cn.suinian.gateway;

import cn.suinian.house.HouseRules;
import cn.suinian.house.OnlyMain;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** The rules of the house over gateway, settlement and core together: imports go down that row only. */
@AnalyzeClasses(packages = "cn.suinian", importOptions = OnlyMain.class)
class ImportDirectionTest {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(HouseRules.class);
}
