package org.gongyu;

import java.util.Set;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * No {@code Mono<Optional<…>>} and no {@code Mono<Mono<…>>}: empty means "no such row",
 * and steps are composed.
 */
final class NoNestedReturn extends ArchCondition<JavaMethod> {

	private static final Set<String> NESTED = Set.of("java.util.Optional", "reactor.core.publisher.Mono");

	NoNestedReturn() {
		super("not return an Optional or a Mono inside a Mono");
	}

	@Override
	public void check(JavaMethod method, ConditionEvents events) {
		String type = method.reflect().getGenericReturnType().getTypeName();
		boolean nested = NESTED.stream().anyMatch(inner -> type.startsWith("reactor.core.publisher.Mono<" + inner));
		events.add(new SimpleConditionEvent(method, !nested, method.getFullName() + " returns " + type));
	}

}
