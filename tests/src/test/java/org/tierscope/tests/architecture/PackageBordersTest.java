package org.tierscope.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/** The arrows between modules and packages that docs/architecture.md draws. */
@AnalyzeClasses(packages = "org.tierscope", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageBordersTest {
    /** How the engine works inside. What it did is in the recording, and that is all others may look at. */
    private static final String[] INTERNALS = {
        "org.tierscope.frontend..", "org.tierscope.bytecode..", "org.tierscope.runtime..",
        "org.tierscope.interp..", "org.tierscope.regexp..", "org.tierscope.feedback..", "org.tierscope.baseline..",
        "org.tierscope.ir..", "org.tierscope.backend..", "org.tierscope.asm..", "org.tierscope.machine..",
        "org.tierscope.deopt.."
    };
    private static final String ICU = "com.ibm.icu..";
    private static final String ENGINE = "org.tierscope.engine..";
    private static final String OPTIONS = "org.tierscope.options..";
    private static final String RECORD = "org.tierscope.record..";
    private static final String SESSION = "org.tierscope.session..";
    private static final String VIEWS = "org.tierscope.views..";
    private static final String APP = "org.tierscope.app..";

    @ArchTest
    static final ArchRule NOBODY_LOOKS_INTO_THE_ENGINE = noClasses()
            .that().resideInAnyPackage(VIEWS, APP, RECORD, SESSION)
            .should().dependOnClassesThat().resideInAnyPackage(INTERNALS)
            .because("a view is a function of the recording, so that replay shows what live showed");

    @ArchTest
    static final ArchRule VIEWS_DO_NOT_KNOW_THE_APP = noClasses()
            .that().resideInAPackage(VIEWS)
            .should().dependOnClassesThat().resideInAPackage(APP)
            .because("a view is a plug-in, and the built-in ones use nothing that others could not");

    @ArchTest
    static final ArchRule VIEWS_RUN_NO_ENGINE = noClasses()
            .that().resideInAPackage(VIEWS)
            .should().dependOnClassesThat().resideInAPackage(ENGINE)
            .because("the engine runs in a process of its own");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NO_USER = noClasses()
            .that().resideInAnyPackage(INTERNALS)
            .or().resideInAnyPackage(ENGINE, RECORD, SESSION)
            .should().dependOnClassesThat()
            .resideInAnyPackage(VIEWS, APP, "javafx..", "picocli..", "java.awt..", "javax.swing..")
            .because("the engine is a library too");

    @ArchTest
    static final ArchRule NO_PART_OF_THE_ENGINE_KNOWS_ITS_DOOR = noClasses()
            .that().resideInAnyPackage(INTERNALS)
            .or().resideInAnyPackage(OPTIONS, "org.tierscope.tier..", "org.tierscope.publish..")
            .should().dependOnClassesThat().resideInAPackage(ENGINE)
            .because("the engine is put together in one place");

    @ArchTest
    static final ArchRule A_RECORDING_NEEDS_NO_ENGINE = noClasses()
            .that().resideInAPackage(RECORD)
            .should().dependOnClassesThat(resideInAnyPackage(ENGINE, SESSION))
            .because("recordings outlive the engine that wrote them");

    @ArchTest
    static final ArchRule ONLY_THE_FRONT_END_TOUCHES_THE_PARSER = noClasses()
            .that().resideOutsideOfPackage("org.tierscope.frontend..")
            .should().dependOnClassesThat(resideInAnyPackage("com.oracle.js..", "com.oracle.truffle..", "org.graalvm.."))
            .because("it is not a documented API");

    @ArchTest
    static final ArchRule FEW_KNOW_UNICODE_DATA = noClasses()
            .that().resideOutsideOfPackages("org.tierscope.runtime.builtins..", "org.tierscope.regexp..")
            .should().dependOnClassesThat().resideInAPackage(ICU)
            .because("its data takes a while to load, and few programs need it");

    @ArchTest
    static final ArchRule RAW_MEMORY_STAYS_BELOW = classes()
            .that(makeRawMemory())
            .should().resideInAnyPackage("org.tierscope.asm..", "org.tierscope.machine..", "org.tierscope.runtime..")
            .because("a stray write ends the process, so few files may make one");

    @ArchTest
    static final ArchRule STATE_IS_PASSED_NOT_FOUND = fields()
            .that().areStatic().and().areDeclaredInClassesThat(areOurs())
            .should().beFinal()
            .because("two engines in one process must not meet");

    @ArchTest
    static final ArchRule A_VIEW_KNOWS_NO_OTHER_VIEW = slices()
            .assignedFrom(new EachViewAlone())
            .should().notDependOnEachOther()
            .because("any of them can be left out");

    @ArchTest
    static final ArchRule APP_HAS_NO_CIRCLES =
            slices().matching("org.tierscope.app.(*)..").should().beFreeOfCycles();

    private static DescribedPredicate<JavaClass> makeRawMemory() {
        return DescribedPredicate.describe(
                "get memory or functions from outside the Java heap",
                type -> type.getMethodCallsFromSelf().stream()
                        .map(JavaMethodCall::getTarget)
                        .anyMatch(PackageBordersTest::leavesTheJavaHeap));
    }

    private static boolean leavesTheJavaHeap(MethodCallTarget called) {
        String owner = called.getOwner().getName();
        return Set.of("java.lang.foreign.Linker", "java.lang.foreign.SymbolLookup", "java.lang.foreign.Arena")
                        .contains(owner)
                || owner.equals("java.lang.foreign.MemorySegment")
                        && Set.of("reinterpret", "ofAddress").contains(called.getName());
    }

    /** What views are made of stands for itself; every other package under views is one view. */
    private static final class EachViewAlone implements SliceAssignment {
        private static final String PREFIX = "org.tierscope.views.";
        private static final Set<String> BUILDING_BLOCKS = Set.of("api", "control", "layout");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (!name.startsWith(PREFIX)) {
                return SliceIdentifier.ignore();
            }
            String view = name.substring(PREFIX.length()).split("\\.")[0];
            return BUILDING_BLOCKS.contains(view) ? SliceIdentifier.ignore() : SliceIdentifier.of(view);
        }

        @Override
        public String getDescription() {
            return "each view by itself";
        }
    }

    /** Written here, not generated from the schema. */
    private static DescribedPredicate<JavaClass> areOurs() {
        return resideInAPackage("org.tierscope..")
                .and(DescribedPredicate.not(resideInAPackage("org.tierscope.record.proto..")));
    }
}
