package org.gongyu.activity;

import java.util.UUID;

import org.gongyu.platform.Fact;

/**
 * The slot can be found and its seats can be held from their release on.
 */
public record SlotPublished(UUID slot) implements Fact {

	@Override
	public String key() {
		return this.slot.toString();
	}

}
