package org.gongyu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A guard taken out of the product's own scripts or SQL, to see that a test screams.
 *
 * @param name what is broken
 * @param resource the script or SQL file, below the project's folder
 * @param guard the text that is taken out; it must be there
 * @param instead what stands there instead
 */
public record PlantedBug(String name, String resource, String guard, String instead) {

	private static final Path SCRIPTS = Path.of("src/main/resources/lua/inventory");

	/** Party and pool limits are not checked when a hold is granted. */
	public static final PlantedBug HOLD_WITHOUT_GUARD = new PlantedBug("hold without guard",
			"src/main/resources/lua/inventory/image.lua", "if free(from) < seats then", "if false then");

	/** A settle applies its numbers but leaves the finished holds counted. */
	public static final PlantedBug SETTLE_IGNORES_FINISHED = new PlantedBug("settle ignores finished holds",
			"src/main/resources/lua/inventory/settle.lua", "finishAll(m.finished)", "false");

	/** A settle with a gap is applied as if nothing lay between. */
	public static final PlantedBug SETTLE_OVER_GAP = new PlantedBug("settle over a gap",
			"src/main/resources/lua/inventory/settle.lua", "if m.version > mine and m.previous ~= mine then",
			"if false then");

	/** An expired claim is dropped although nobody asked the ledger. */
	public static final PlantedBug DOUBT_DROPPED = new PlantedBug("doubt dropped",
			"src/main/resources/lua/inventory/image.lua",
			"if hold and hold.state == 'C' then\n      doubt[#doubt + 1] = id\n    elseif hold and hold.state == 'H' then",
			"if hold and hold.state ~= 'F' then");

	/** A release leaves no tombstone. */
	public static final PlantedBug NO_TOMBSTONE = new PlantedBug("no tombstone",
			"src/main/resources/lua/inventory/release.lua", "if ARGV[3] == '1' then", "if true then");

	/** Live holds of a lapsed pool keep their label. */
	public static final PlantedBug NO_RELABEL = new PlantedBug("no relabel",
			"src/main/resources/lua/inventory/image.lua", "if next(relabel) then", "if false then");

	/** The image is believed for ever. */
	public static final PlantedBug BELIEVED_FOR_EVER = new PlantedBug("believed for ever",
			"src/main/resources/lua/inventory/image.lua", "return now < get('checked') + BELIEVED and",
			"return true or");

	/**
	 * The ledger takes seats that are not there, and the last constraint is gone, too.
	 */
	public static final PlantedBug LEDGER_WITHOUT_GUARD = new PlantedBug("ledger without guard",
			"db/function/R__5_inventory.sql", "when free[each.place] < each.seats then 'FULL'",
			"when false then 'FULL'");

	/** The ledger decides by what it saw before it had the lock. */
	public static final PlantedBug SNAPSHOT_BEFORE_LOCK = new PlantedBug("snapshot before the lock",
			"db/function/R__6_booking.sql", "locked constant bigint := lock_slot(p_slot);",
			"locked constant bigint := (select version from slot_seats where slot_id = p_slot);");

	/** A repeated confirm books again. */
	public static final PlantedBug NO_IDEMPOTENCY = new PlantedBug("idempotency dropped",
			"db/function/R__5_inventory.sql", "select d.hold, p_slot, case when p.lapsed",
			"select gen_random_uuid(), p_slot, case when p.lapsed");

	/** A confirm that comes again is not recognised. */
	public static final PlantedBug NO_REPLAY = new PlantedBug("no replay", "db/function/R__6_booking.sql",
			"left join booking b on b.hold_id = d.hold;", "left join booking b on false;");

	/** Some bookings that were answered as confirmed are not there afterwards. */
	public static final PlantedBug ACK_BEFORE_COMMIT = new PlantedBug("ack before commit",
			"db/function/R__6_booking.sql", "changed := lapse_pools(p_slot);",
			"changed := lapse_pools(p_slot); delete from booking where slot_id = p_slot and random() < 0.3;");

	/** Asking about a hold in doubt writes nothing. */
	public static final PlantedBug ASKING_READS = new PlantedBug("asking only reads", "db/function/R__5_inventory.sql",
			"from unnest(p_holds, p_pools, p_parties, p_seats) as d(h, p, y, n)",
			"from unnest(p_holds, p_pools, p_parties, p_seats) as d(h, p, y, n) where false");

	public static final List<PlantedBug> IN_SCRIPTS = List.of(HOLD_WITHOUT_GUARD, SETTLE_IGNORES_FINISHED,
			SETTLE_OVER_GAP, DOUBT_DROPPED, NO_TOMBSTONE, NO_RELABEL, BELIEVED_FOR_EVER);

	public static final List<PlantedBug> IN_SQL = List.of(LEDGER_WITHOUT_GUARD, ASKING_READS);

	/**
	 * The broken text.
	 */
	public String planted() {
		String text = read(Path.of(this.resource));
		if (!text.contains(this.guard)) {
			throw new IllegalStateException("There is no guard to take out: " + this.name);
		}
		return text.replace(this.guard, this.instead);
	}

	/**
	 * A folder with all scripts of the inventory, this one broken, as a resource
	 * location.
	 */
	public String scripts() {
		try {
			Path folder = Path.of("target/planted", this.name.replace(' ', '-'));
			Files.createDirectories(folder);
			try (var scripts = Files.list(SCRIPTS)) {
				for (Path script : scripts.toList()) {
					boolean broken = script.equals(Path.of(this.resource));
					Files.writeString(folder.resolve(script.getFileName()), broken ? planted() : read(script));
				}
			}
			return "file:" + folder + "/";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
