package org.gongyu.activity;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of activities.
 *
 * @param partyLimit how many seats of one slot a party may have where the activity does
 * not say
 * @param slots how many slots of an activity one answer lists at most
 * @param activities how many activities of an organization one answer lists at most
 * @param offerCache for how long a slot's description may be answered from memory
 * @param offersCached how many descriptions are kept
 * @param regions how many regions are offered to choose from at most
 */
@ConfigurationProperties("gongyu.activity")
record ActivityProperties(@DefaultValue("5") int partyLimit, @DefaultValue("300") int slots,
		@DefaultValue("500") int activities, @DefaultValue("30s") Duration offerCache,
		@DefaultValue("20000") int offersCached, @DefaultValue("200") int regions) {
}
