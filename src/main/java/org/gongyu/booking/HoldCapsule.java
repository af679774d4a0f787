package org.gongyu.booking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.gongyu.activity.Pool;
import org.gongyu.inventory.SeatHold;
import org.gongyu.platform.Signer;
import org.jspecify.annotations.Nullable;

/**
 * A hold's id: everything that a confirm needs, under a signature (HMAC-SHA256, 128
 * bits), so that PostgreSQL can decide it when Redis has lost the hold.
 *
 * @param account whose hold it is
 * @param seats the seats, under the hold's token
 * @param deadline the original deadline
 * @param party who comes
 */
record HoldCapsule(UUID account, SeatHold seats, Instant deadline, Party party) {

	private static final byte VERSION = 1;

	private static final int FIXED = 1 + 4 * 16 + 1 + 2 + 8 + 2 + 2 + 1;

	private static final int SIGNATURE = 16;

	/**
	 * A pool's place in this list is part of the capsule's form: new pools go to the end.
	 */
	private static final List<Pool> POOLS = List.of(Pool.PUBLIC, Pool.SCHOOL, Pool.CARE, Pool.DESK);

	private static final int MOST_CHILDREN = 30;

	String seal(Signer signer) {
		ByteBuffer data = ByteBuffer.allocate(FIXED + 16 * this.party.children().size());
		data.put(VERSION);
		for (UUID id : List.of(this.seats.id(), this.account, this.seats.slot(), this.seats.party())) {
			put(data, id);
		}
		byte mask = signer.sign(masked(this.seats.id()), 1)[0];
		data.put((byte) (POOLS.indexOf(this.seats.pool()) ^ mask)).putShort((short) this.seats.seats());
		data.putLong(this.deadline.toEpochMilli());
		data.putShort((short) this.party.adults()).putShort((short) this.party.unnamed());
		data.put((byte) this.party.children().size());
		this.party.children().forEach(child -> put(data, child));
		byte[] signature = signer.sign(data.array(), SIGNATURE);
		byte[] sealed = ByteBuffer.allocate(data.capacity() + SIGNATURE).put(data.array()).put(signature).array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
	}

	/**
	 * Opens a capsule; null when it is forged or none of ours.
	 */
	static @Nullable HoldCapsule open(String sealed, Signer signer) {
		if (sealed.length() > (FIXED + 16 * MOST_CHILDREN + SIGNATURE) * 2) {
			return null;
		}
		byte[] bytes;
		try {
			bytes = Base64.getUrlDecoder().decode(sealed);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
		if (bytes.length < FIXED + SIGNATURE) {
			return null;
		}
		byte[] data = Arrays.copyOf(bytes, bytes.length - SIGNATURE);
		byte[] signature = Arrays.copyOfRange(bytes, bytes.length - SIGNATURE, bytes.length);
		int secret = signer.signedBy(data, signature);
		return (secret >= 0) ? read(ByteBuffer.wrap(data), signer, secret) : null;
	}

	private static @Nullable HoldCapsule read(ByteBuffer data, Signer signer, int secret) {
		if (data.get() != VERSION) {
			return null;
		}
		UUID token = id(data);
		UUID account = id(data);
		UUID slot = id(data);
		UUID party = id(data);
		Pool pool = POOLS.get(data.get() ^ signer.all(masked(token), 1).get(secret)[0]);
		int seats = data.getShort();
		Instant deadline = Instant.ofEpochMilli(data.getLong());
		int adults = data.getShort();
		int unnamed = data.getShort();
		List<UUID> children = new ArrayList<>();
		for (int left = data.get(); left > 0; left--) {
			children.add(id(data));
		}
		return new HoldCapsule(account, new SeatHold(token, slot, pool, party, seats), deadline,
				new Party(adults, children, unnamed));
	}

	/**
	 * What masks the pool: whoever sees the address of a hold's page must not learn that
	 * it is a CARE seat.
	 */
	private static byte[] masked(UUID token) {
		return ("pool|" + token).getBytes(StandardCharsets.UTF_8);
	}

	private static void put(ByteBuffer data, UUID id) {
		data.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
	}

	private static UUID id(ByteBuffer data) {
		return new UUID(data.getLong(), data.getLong());
	}

}
