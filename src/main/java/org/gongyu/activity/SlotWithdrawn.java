package org.gongyu.activity;

import java.util.UUID;

import org.gongyu.platform.Fact;

/**
 * The venue withdrew the slot.
 */
public record SlotWithdrawn(UUID slot, String reason) implements Fact {

	@Override
	public String key() {
		return this.slot.toString();
	}

}
