package org.gongyu.booking;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.gongyu.activity.Activity;
import org.gongyu.activity.Question;
import org.gongyu.platform.Vault;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * What parties answer to the venue's questions. Diet and access tell of health and
 * belief, so the answers are sealed (PIPL art. 28) with the party's id and erased with
 * the names.
 */
@Component
class Answers {

	private static final TypeReference<Map<String, String>> TYPE = new TypeReference<>() {
	};

	private final Vault vault;

	private final JsonMapper json;

	Answers(Vault vault, JsonMapper json) {
		this.vault = vault;
		this.json = json;
	}

	/**
	 * Why the answers cannot be taken: one is missing, or is to no question or none of
	 * the question's; null when they can.
	 */
	static @Nullable BookingRefusal refusal(Activity activity, Map<String, String> answers) {
		for (Question question : activity.questions()) {
			if (!question.takes(answers.get(question.key()))) {
				return wrong(question.key());
			}
		}
		return answers.keySet()
			.stream()
			.filter(key -> activity.questions().stream().noneMatch(question -> question.key().equals(key)))
			.findFirst()
			.map(Answers::wrong)
			.orElse(null);
	}

	private static BookingRefusal wrong(String key) {
		return new BookingRefusal.Rule("ANSWER", "answers." + key, List.of());
	}

	/**
	 * Seals them, in Base64; empty where there are none.
	 */
	Mono<String> seal(UUID party, Map<String, String> answers) {
		Map<String, String> given = new LinkedHashMap<>(answers);
		given.values().removeIf(String::isEmpty);
		return given.isEmpty() ? Mono.just("")
				: this.vault.seal(party, this.json.writeValueAsString(given).getBytes(StandardCharsets.UTF_8))
					.map(Base64.getEncoder()::encodeToString);
	}

	Map<String, String> open(UUID party, byte @Nullable [] sealed) {
		return (sealed == null) ? Map.of()
				: this.json.readValue(new String(this.vault.open(party, sealed), StandardCharsets.UTF_8), TYPE);
	}

}
