package org.gongyu.platform;

import java.util.List;

/**
 * Thrown at the edge when input cannot be read. It answers 400 and names the fields.
 */
public class InvalidInput extends RuntimeException {

	private final transient List<Violation> violations;

	/**
	 * @param field the field of the request
	 * @param rule the rule that it breaks, also the message key {@code invalid.<rule>}
	 * @param args arguments of that message
	 */
	public InvalidInput(String field, String rule, Object... args) {
		this(List.of(new Violation(field, rule, List.of(args))));
	}

	public InvalidInput(List<Violation> violations) {
		super(violations.toString(), null, false, false);
		this.violations = violations;
	}

	public List<Violation> violations() {
		return this.violations;
	}

	/**
	 * One field that breaks one rule.
	 */
	public record Violation(String field, String rule, List<Object> args) {
	}

}
