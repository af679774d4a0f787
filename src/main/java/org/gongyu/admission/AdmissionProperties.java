package org.gongyu.admission;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the waiting room.
 *
 * @param underWay how many holds of a slot are under way on a node at least when they
 * count as a queue
 * @param delay how long each of them takes then at least
 * @param standing for how long such a queue stands before a line begins
 * @param gate for how long a slot stays shut to who does not stand in line, after
 * somebody last waited
 * @param turnsPerSeat for each seat that is left so many parties have their turn in a
 * second, on all nodes together
 * @param mostTurns how many parties of a slot have their turn in a second at most
 * @param turn for how long a turn lasts
 * @param remembered for how long a place is known
 * @param look how often a node looks how far a line has come
 * @param lines of how many slots a node knows that
 * @param polls how many questions in a second all who wait in a line may ask together
 * @param workAbove how many wait before who joins is asked for work
 * @param workBits how much work: so many bits in front are zero; 0 for none
 * @param unworked after how long somebody has their turn without it
 */
@ConfigurationProperties("gongyu.admission")
record AdmissionProperties(@DefaultValue("20") int underWay, @DefaultValue("50ms") Duration delay,
		@DefaultValue("500ms") Duration standing, @DefaultValue("10s") Duration gate,
		@DefaultValue("2") int turnsPerSeat, @DefaultValue("500") int mostTurns, @DefaultValue("2m") Duration turn,
		@DefaultValue("2h") Duration remembered, @DefaultValue("250ms") Duration look, @DefaultValue("1000") int lines,
		@DefaultValue("1000") int polls, @DefaultValue("2000") int workAbove, @DefaultValue("14") int workBits,
		@DefaultValue("1m") Duration unworked) {

	/**
	 * How many turns a second so many seats are worth: in half a second each is
	 * somebody's, so none idles for long when some do not come.
	 */
	int turns(int seats) {
		return Math.min(seats * this.turnsPerSeat, this.mostTurns);
	}

}
