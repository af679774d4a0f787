package org.gongyu;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.function.Predicate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The habits of the house, as far as they can be proved from the classes.
 */
class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.gongyu");

	/**
	 * {@code spring-boot:test-run} starts the one main class that it finds, or nothing.
	 */
	@Test
	void theEmbeddedRunHasOneMainClass() {
		assertThat(new ClassFileImporter().withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
			.importPackages("org.gongyu")
			.stream()
			.filter(each -> each.tryGetMethod("main", String[].class)
				.filter(main -> main.getModifiers().contains(JavaModifier.PUBLIC))
				.isPresent())
			.map(JavaClass::getSimpleName)).containsExactly("TestGongyuApplication");
	}

	@Test
	void nothingBlocks() {
		check(noClasses().should()
			.callMethodWhere(
					call("blocks", call -> isReactor(call) && call.getName().matches("block.*|toIterable|toStream")))
			.because("a blocked event loop stops hundreds of requests"));
		check(noClasses().should()
			.callMethod(Thread.class, "sleep", long.class)
			.orShould()
			.dependOnClassesThat()
			.resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "jakarta.servlet.."));
	}

	@Test
	void onlyOnePlaceSubscribes() {
		check(noClasses().that()
			.doNotHaveSimpleName("Detached")
			.should()
			.callMethodWhere(call("subscribes", call -> isReactor(call) && call.getName().equals("subscribe"))));
	}

	@Test
	void sqlLivesInRows() {
		check(noClasses().that()
			.haveSimpleNameNotEndingWith("Rows")
			.should()
			.dependOnClassesThat()
			.areAssignableTo(DatabaseClient.class));
	}

	@Test
	void theEdgesAreHidden() {
		check(classes().that()
			.areAnnotatedWith(RestController.class)
			.or()
			.haveSimpleNameEndingWith("Pages")
			.and()
			.doNotHaveSimpleName("Pages")
			.or()
			.haveSimpleNameEndingWith("Rows")
			.or()
			.haveSimpleNameEndingWith("Mapper")
			.should()
			.notBePublic());
		check(classes().that().areAnnotatedWith(ConfigurationProperties.class).should().beRecords());
	}

	@Test
	void namesSaySomething() {
		check(noClasses().should()
			.haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|DTO|VO|BaseException)")
			.orShould()
			.resideInAnyPackage("..util..", "..common..", "..utils..", "..misc..")
			.because("generated mappers aside, a name tells what a thing is"));
	}

	@Test
	void timeAndChanceComeFromOneSource() {
		check(noClasses().that()
			.resideOutsideOfPackage("org.gongyu.platform")
			.should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(LocalDateTime.class, "now")
			.orShould()
			.callMethod(UUID.class, "randomUUID"));
	}

	@Test
	void habits() {
		check(fields().should().notBeAnnotatedWith(Value.class));
		check(GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
		check(GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
		check(methods().that().haveRawReturnType(Mono.class).should(new NoNestedReturn()));
	}

	private static void check(ArchRule rule) {
		rule.check(CLASSES.that(DescribedPredicate.not(new Generated())));
	}

	private static boolean isReactor(JavaMethodCall call) {
		JavaClass owner = call.getTargetOwner();
		return owner.isAssignableTo(Publisher.class) || owner.isAssignableTo(Flux.class)
				|| owner.isAssignableTo(Mono.class);
	}

	private static DescribedPredicate<JavaMethodCall> call(String what, Predicate<JavaMethodCall> predicate) {
		return DescribedPredicate.describe(what, predicate);
	}

	/** What MapStruct wrote. */
	private static final class Generated extends DescribedPredicate<JavaClass> {

		Generated() {
			super("generated");
		}

		@Override
		public boolean test(JavaClass type) {
			return type.getSimpleName().endsWith("MapperImpl") && !type.getModifiers().contains(JavaModifier.ABSTRACT);
		}

	}

}
