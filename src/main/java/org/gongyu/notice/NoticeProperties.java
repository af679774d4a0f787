package org.gongyu.notice;

import java.time.Duration;
import java.time.LocalTime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of notices.
 *
 * @param remindFrom from what time of day families are reminded of the next day
 * @param remindUntil until what time of day; later nobody is woken, and who books later
 * knows
 * @param remind how often somebody to remind is looked for
 * @param remindAtOnce how many are reminded in one round at most
 * @param keep for how long an inbox keeps a notice
 */
@ConfigurationProperties("gongyu.notice")
record NoticeProperties(@DefaultValue("17:00") LocalTime remindFrom, @DefaultValue("21:00") LocalTime remindUntil,
		@DefaultValue("5m") Duration remind, @DefaultValue("5000") int remindAtOnce,
		@DefaultValue("180d") Duration keep) {
}
