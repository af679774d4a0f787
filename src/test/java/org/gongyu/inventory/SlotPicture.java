package org.gongyu.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A slot in words, real and modelled in the same form, so that the two can be compared.
 */
final class SlotPicture {

	private SlotPicture() {
	}

	/** The ledger as {@link RealSlot#ledger()} writes it. */
	static String of(LedgerModel ledger) {
		StringBuilder text = new StringBuilder().append(ledger.version).append(' ').append(ledger.waiting);
		ledger.pools.forEach((name, pool) -> text.append(' ')
			.append(String.join(":", name, "" + pool.capacity(), "" + pool.booked(), "" + pool.kept(),
					"" + pool.lapsed())));
		text.append(' ');
		List<String> claims = new ArrayList<>();
		new TreeMap<>(ledger.claims).forEach((id, entry) -> claims
			.add(String.join(":", "" + id, entry.state(), entry.pool(), "" + entry.seats(), "" + entry.version())));
		claims.sort(null);
		return text.append(String.join(" ", claims)).toString().replace("true", "t").replace("false", "f");
	}

	/** The real image. */
	static String of(RealSlot real, Map<String, String> hash) {
		if (hash.isEmpty()) {
			return "missing";
		}
		Map<String, String> parties = real.imageHash("parties");
		List<String> text = new ArrayList<>(List.of("v" + hash.get("version"), "waiting " + hash.get("waiting")));
		for (String pool : Objects.requireNonNull(hash.get("pools")).split(",", -1)) {
			text.add(String.join(":", pool, hash.get("cap:" + pool), hash.get("booked:" + pool),
					hash.get("kept:" + pool), hash.get("lapsed:" + pool), hash.getOrDefault("held:" + pool, "0")));
		}
		Map<String, Long> due = real.deadlines();
		real.imageHash("holds").forEach((id, packed) -> {
			String[] parts = packed.split("\\|", -1);
			text.add(String.join(":", id, parts[0], parts[1], parts[2], parts[4],
					"" + Math.floorDiv(Objects.requireNonNull(due.get(id)), SlotWorld.TICK)));
		});
		parties.forEach((field, seats) -> text.add(field + "=" + seats));
		return String.join(" ", text);
	}

	/** The modelled image. */
	static String of(ImageModel image) {
		if (!image.known) {
			return "missing";
		}
		List<String> text = new ArrayList<>(List.of("v" + image.version, "waiting " + (image.waiting ? 1 : 0)));
		List<String> pools = new ArrayList<>();
		image.pools.forEach((name, pool) -> pools.add(String.join(":", name, "" + pool.capacity(), "" + pool.booked(),
				"" + pool.kept(), pool.lapsed() ? "1" : "0", "" + image.held(name))));
		text.addAll(pools);
		Map<String, String> holds = new TreeMap<>();
		Map<String, Integer> parties = new TreeMap<>();
		image.holds.forEach((id, held) -> {
			holds.put("" + id, String.join(":", "" + id, "" + held.state(), held.pool(), "" + held.seats(),
					"" + held.claims(), "" + Math.floorDiv(held.deadline(), SlotWorld.TICK)));
			if (held.live()) {
				parties.merge("l:" + held.party(), held.seats(), Integer::sum);
			}
		});
		image.durable.forEach((party, seats) -> {
			if (seats > 0) {
				parties.put("d:" + party, seats);
			}
		});
		text.addAll(holds.values());
		parties.forEach((field, seats) -> text.add(field + "=" + seats));
		return String.join(" ", text);
	}

}
