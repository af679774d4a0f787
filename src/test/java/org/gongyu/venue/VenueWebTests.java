package org.gongyu.venue;

import java.util.Map;

import org.gongyu.Hub;
import org.gongyu.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A venue keeps its name to itself and its description up to date.
 */
class VenueWebTests {

	static Hub hub;

	static Stage stage;

	@BeforeAll
	static void start() {
		hub = Hub.start();
		stage = new Stage(hub);
	}

	@AfterAll
	static void stop() {
		hub.close();
	}

	private static Map<String, Object> description(String name) {
		return Map.of("name", name, "kind", "LIBRARY", "region", "云溪区");
	}

	@Test
	void aManagerDescribesAVenueAnew() {
		String library = stage.museum("云溪图书馆", "LIBRARY");
		stage.client.put(stage.venue, "/venues/" + library, description("云溪少儿图书馆")).expect(200);
		assertThat(stage.client.get(null, "/venues/" + library).expect(200).path("name").asString())
			.isEqualTo("云溪少儿图书馆");
	}

	@Test
	void theNameOfAnotherVenueIsRefusedAndNothingChanges() {
		String first = stage.museum("城东图书馆", "LIBRARY");
		String second = stage.museum("城西图书馆", "LIBRARY");
		assertThat(stage.client.put(stage.venue, "/venues/" + second, description("城东图书馆"))
			.expect(409)
			.path("code")
			.asString()).isEqualTo("VENUE_KNOWN");
		assertThat(stage.client.get(null, "/venues/" + second).expect(200).path("name").asString()).isEqualTo("城西图书馆");
		stage.client.put(stage.venue, "/venues/" + first, description("城东图书馆")).expect(200);
	}

	@Test
	void anotherOrganizationsVenueIsUnknown() {
		String library = stage.museum("城南图书馆", "LIBRARY");
		stage.client.put(stage.otherVenue, "/venues/" + library, description("城南图书馆")).expect(404);
	}

}
