package org.gongyu.inventory;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the seat protocol.
 *
 * @param hold how long a hold lasts
 * @param claimWindow for how long a claimed hold is kept for its confirm; above the
 * statement timeout
 * @param grace for how long an expired hold may still be re-admitted
 * @param scripts where the Lua scripts lie
 * @param attempts how often a script is repeated after the image was loaded or checked
 * @param reconcile how often slots near their dates are compared with the ledger
 * @param horizon how far ahead the reconciler looks
 * @param hints of how many slots search is told in a second at most
 * @param refusal for how long a node repeats what the image has refused to everybody
 * @param refusalHolds of slots with how many holds at most it does so
 * @param refusalSlots for how many slots at a time
 * @param watchInterval the shortest time between two counts told to watchers of a slot
 */
@ConfigurationProperties("gongyu.inventory")
record InventoryProperties(@DefaultValue("10m") Duration hold, @DefaultValue("30s") Duration claimWindow,
		@DefaultValue("10m") Duration grace, @DefaultValue("classpath:lua/inventory/") String scripts,
		@DefaultValue("5") int attempts, @DefaultValue("60s") Duration reconcile, @DefaultValue("36h") Duration horizon,
		@DefaultValue("200") int hints, @DefaultValue("100ms") Duration refusal, @DefaultValue("5000") int refusalHolds,
		@DefaultValue("1000") int refusalSlots, @DefaultValue("100ms") Duration watchInterval) {
}
