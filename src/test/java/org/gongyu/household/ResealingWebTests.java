package org.gongyu.household;

import java.time.Duration;
import java.util.Map;

import org.gongyu.Hub;
import org.gongyu.HubClient;
import org.gongyu.Stage;
import org.gongyu.TestKeys;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A new key in front of the old one: everything is sealed anew, and then the old key is
 * not needed any more.
 */
class ResealingWebTests {

	@Test
	void theOldKeyCanBeTakenAwayAfterwards() {
		String database = Hub.newDatabase();
		String old = TestKeys.vaultKeys();
		String fresh = "2:" + TestKeys.vaultKeys().substring(2);
		try (Hub hub = Hub.on(database, "gongyu.vault-keys=" + old)) {
			HubClient client = new HubClient(hub.address());
			String family = client.signUp("family@example.org", Stage.PASSWORD, "林");
			for (int i = 0; i < 5; i++) {
				client.post(family, "/children", Map.of("name", "孩子" + i, "birthMonth", "2018-05", "consent", 1))
					.expect(201);
			}
		}
		try (Hub hub = Hub.on(database, "gongyu.vault-keys=" + fresh + "," + old)) {
			await().atMost(Duration.ofSeconds(20))
				.until(() -> hub
					.query("select count(*) from child where substring(profile_sealed from 1 for 5) <> '\\x0100000002'")
					.equals("0"));
		}
		try (Hub hub = Hub.on(database, "gongyu.vault-keys=" + fresh)) {
			HubClient client = new HubClient(hub.address());
			String family = client.signIn("family@example.org", Stage.PASSWORD);
			assertThat(client.get(family, "/children").expect(200).path("items").findValuesAsString("name"))
				.containsExactlyInAnyOrder("孩子0", "孩子1", "孩子2", "孩子3", "孩子4");
		}
	}

}
