package org.gongyu.platform;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import io.lettuce.core.RedisException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.pool.PoolShutdownException;
import tools.jackson.core.JacksonException;

import org.springframework.context.MessageSource;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.ServerWebInputException;

/**
 * Turns refusals and faults into problem details (RFC 9457) in the reader's language,
 * each with a stable code.
 */
@Component
public class Problems {

	private static final Logger log = LoggerFactory.getLogger(Problems.class);

	private static final int RETRY_SECONDS = 2;

	/**
	 * A connection that is gone, a deadlock, too little of something, a statement that
	 * took too long.
	 */
	private static final Pattern OVERLOADED = Pattern.compile("(08|40|53|57).*");

	/** The class of SQL states of values that no column holds. */
	private static final String DATA = "22";

	/**
	 * SQL states of text and times that the database cannot hold: a NUL character, a time
	 * beyond its calendar.
	 */
	private static final Set<String> UNSTORABLE = Set.of("22021", "22P05", "22008");

	/**
	 * A problem and the headers that go with it.
	 */
	public record Problem(ProblemDetail detail, HttpHeaders headers) {

		public String code() {
			return String.valueOf(this.detail.getProperties() == null ? "" : this.detail.getProperties().get("code"));
		}

	}

	private final MessageSource messages;

	Problems(MessageSource messages) {
		this.messages = messages;
		// A key that is nowhere has every bundle read now, and not on an event loop at
		// the first refusal.
		text(Locale.SIMPLIFIED_CHINESE, "");
		text(Locale.ENGLISH, "");
	}

	/**
	 * The problem that a refusal answers with.
	 */
	public Problem of(Refusal refusal, Locale locale) {
		String message = text(locale, "refusal." + refusal.code(), refusal.args());
		Problem problem = problem(refusal.status(), refusal.code(), message, locale);
		refusal.details().forEach(problem.detail()::setProperty);
		String field = refusal.field();
		if (field != null) {
			problem.detail().setProperty("violations", List.of(Map.of("field", field, "message", message)));
		}
		if (refusal.retryAfterSeconds() > 0) {
			problem.headers().set(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfterSeconds()));
		}
		return problem;
	}

	/**
	 * The problem that a fault answers with. What is not the client's doing is logged and
	 * told without its inside.
	 */
	public Problem of(Throwable fault, Locale locale) {
		if (fault instanceof InvalidInput invalid) {
			return invalid(locale, invalid.violations()
				.stream()
				.map(each -> violation(each.field(), text(locale, "invalid." + each.rule(), each.args().toArray())))
				.toList());
		}
		if (fault instanceof WebExchangeBindException bind) {
			return invalid(locale, bind.getFieldErrors().stream().map(each -> violation(each, locale)).toList());
		}
		if (root(fault) instanceof DataBufferLimitException) {
			return problem(413, "TOO_LARGE", locale);
		}
		if (fault instanceof ServerWebInputException input) {
			return unreadable(input, locale);
		}
		if (fault instanceof ErrorResponse response) {
			HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
			return problem(status.value(), status.name(), locale);
		}
		if (root(fault) instanceof R2dbcException refused
				&& UNSTORABLE.contains(String.valueOf(refused.getSqlState()))) {
			return problem(400, "UNREADABLE", locale);
		}
		if (root(fault) instanceof R2dbcException stored && String.valueOf(stored.getSqlState()).startsWith(DATA)) {
			log.warn("a value that cannot be stored: {}", stored.getMessage());
			return problem(400, "INVALID", locale);
		}
		if (unavailable(fault)) {
			log.warn("unavailable: {}", fault.toString());
			return busy(locale);
		}
		log.error("fault", fault);
		return problem(500, "FAULT", locale);
	}

	/**
	 * The problem of who comes when it is too busy.
	 */
	public Problem busy(Locale locale) {
		Problem problem = problem(503, "UNAVAILABLE", locale);
		problem.headers().set(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
		return problem;
	}

	/**
	 * A message in the reader's language; an unknown key is shown as itself.
	 */
	public String text(Locale locale, String key, Object... args) {
		return String.valueOf(this.messages.getMessage(key, args, key, locale));
	}

	private Problem unreadable(ServerWebInputException input, Locale locale) {
		if (root(input) instanceof JacksonException unread && !unread.getPath().isEmpty()) {
			return invalid(locale, List.of(violation(path(unread), text(locale, "invalid.type"))));
		}
		if (input.getMethodParameter() != null && !(input.getCause() instanceof DecodingException)) {
			String name = String.valueOf(input.getMethodParameter().getParameterName());
			return invalid(locale, List.of(violation(name, text(locale, "invalid.type"))));
		}
		return problem(400, "UNREADABLE", locale);
	}

	private static String path(JacksonException unread) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference step : unread.getPath()) {
			String name = step.getPropertyName();
			path.append((name != null) ? (path.isEmpty() ? "" : ".") + name : "[" + step.getIndex() + "]");
		}
		return path.toString();
	}

	private Problem invalid(Locale locale, List<Map<String, String>> violations) {
		Problem problem = problem(400, "INVALID", locale);
		problem.detail().setProperty("violations", violations);
		return problem;
	}

	private Map<String, String> violation(FieldError error, Locale locale) {
		String given = error.isBindingFailure() ? text(locale, "invalid.type")
				: String.valueOf(error.getDefaultMessage());
		return violation(error.getField(), given);
	}

	private static Map<String, String> violation(String field, String message) {
		return Map.of("field", field, "message", message);
	}

	private Problem problem(int status, String code, Locale locale) {
		return problem(status, code, text(locale, "problem." + code), locale);
	}

	private Problem problem(int status, String code, String detail, Locale locale) {
		ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), detail);
		body.setType(URI.create("urn:gongyu:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
		body.setTitle(text(locale, "problem.title." + status));
		body.setProperty("code", code);
		return new Problem(body, new HttpHeaders());
	}

	private static boolean unavailable(Throwable fault) {
		Throwable root = root(fault);
		if (fault instanceof DataAccessException && !(fault instanceof NonTransientDataAccessException)) {
			return true;
		}
		if (root instanceof R2dbcException refused
				&& OVERLOADED.matcher(String.valueOf(refused.getSqlState())).matches()) {
			return true;
		}
		return root instanceof RedisException || root instanceof PoolShutdownException
				|| root instanceof TimeoutException || root instanceof IOException
				|| root instanceof RejectedExecutionException
				|| root instanceof R2dbcException && !(root instanceof R2dbcNonTransientException);
	}

	private static Throwable root(Throwable fault) {
		Throwable root = fault;
		while (root.getCause() != null && root.getCause() != root) {
			root = root.getCause();
		}
		return root;
	}

}
