package cn.suinian.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Who may import whom, written once for every module: each module's test checks them on what it sees. */
public final class HouseRules {
    private static final Set<String> BARE_KEYS =
            Set.of("cn.suinian.core.crypto.keystore.KeystoreFile", "cn.suinian.core.crypto.sm2.Sm2SigningKey");

    @ArchTest
    public static final ArchRule PURE_DECISIONS = noClasses()
            .that()
            .resideInAnyPackage("cn.suinian..decision..", "cn.suinian..policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..", "java.sql..", "javax.sql..", "java.io..", "java.nio..", "java.net..", "org.slf4j..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .dependOnClassesThat(
                    describe("are stores", (JavaClass c) -> c.getSimpleName().endsWith("Store")))
            .because("a decision is made from facts and times that come in as arguments")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule ONE_IMPORTER_OF_BOUNCY_CASTLE = noClasses()
            .that()
            .resideOutsideOfPackages("cn.suinian.core.crypto..", "cn.suinian.load..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..")
            .because("cryptography lives in one room; the load tests' terminals make their calls themselves")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule BARE_KEYS_STAY_IN_THEIR_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("cn.suinian.core.crypto..")
            .should()
            .dependOnClassesThat(describe("hold bare keys", (JavaClass c) -> BARE_KEYS.contains(c.getFullName())))
            .because("whoever needs a key asks the KeyVault, which may be a hardware module")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule CORE_KNOWS_NOBODY_ABOVE = noClasses()
            .that()
            .resideInAPackage("cn.suinian.core..")
            .should()
            .dependOnClassesThat(resideInAPackage("cn.suinian..")
                    .and(describe(
                            "are not core's",
                            (JavaClass c) -> !c.getPackageName().startsWith("cn.suinian.core"))))
            .because("imports go gateway -> settlement -> core")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule SETTLEMENT_KNOWS_NO_GATEWAY = noClasses()
            .that()
            .resideInAPackage("cn.suinian.settlement..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.suinian.gateway..", "cn.suinian.load..")
            .because("imports go gateway -> settlement -> core")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_CYCLES = slices().matching("cn.suinian.(**)")
            .should()
            .beFreeOfCycles()
            .because("a room that needs its user cannot be read alone")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule TEXT_HAS_A_CHARSET = noClasses()
            .should()
            .callMethod(String.class, "getBytes")
            .because("the charset of the machine is not the charset of the protocol: use getBytes(UTF_8)")
            .allowEmptyShould(true);

    private HouseRules() {}
}
