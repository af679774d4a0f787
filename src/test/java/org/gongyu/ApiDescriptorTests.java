package org.gongyu;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The API's descriptor is kept in the repository: a change that breaks a client fails,
 * and one that does not is written down with {@code -Dgongyu.openapi=write}.
 */
class ApiDescriptorTests {

	private static final Path KEPT = Path.of("src/site/openapi.json");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	@Test
	void theApiIsTheOneThatIsWrittenDown() throws IOException {
		String now = descriptor();
		if ("write".equals(System.getProperty("gongyu.openapi"))) {
			Files.writeString(KEPT, now);
		}
		String kept = Files.readString(KEPT);
		ChangedOpenApi change = OpenApiCompare.fromContents(kept, now);
		assertThat(change.isIncompatible()).as("breaks clients: %s", changes(change)).isFalse();
		assertThat(now).as("not written down yet: %s", changes(change)).isEqualTo(kept);
	}

	@Test
	void aBrokenPromiseIsFound() throws IOException {
		ObjectNode api = (ObjectNode) JSON.readTree(Files.readString(KEPT));
		((ObjectNode) api.path("paths")).remove("/api/v1/holds");
		assertThat(OpenApiCompare.fromContents(Files.readString(KEPT), JSON.writeValueAsString(api)).isIncompatible())
			.isTrue();
	}

	private static String descriptor() {
		try (Hub hub = Hub.start("springdoc.api-docs.enabled=true")) {
			String text = WebClient.builder()
				.codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
				.build()
				.get()
				.uri(hub.address() + "/v3/api-docs")
				.retrieve()
				.bodyToMono(String.class)
				.block();
			ObjectNode api = (ObjectNode) JSON.readTree(text);
			api.remove("servers");
			return JSON.writeValueAsString(JSON.treeToValue(api, Object.class)) + "\n";
		}
	}

	private static String changes(ChangedOpenApi change) {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		new MarkdownRender().render(change, new OutputStreamWriter(text, StandardCharsets.UTF_8));
		return text.toString(StandardCharsets.UTF_8);
	}

}
