package org.gongyu.platform;

/**
 * Something that has happened, told to later modules through the outbox: a small record
 * of ids, owned by the module in which it happened. Its simple class name is its type in
 * the outbox and is therefore never changed.
 */
public interface Fact {

	/**
	 * Facts of one key reach each handler in the order in which they were written.
	 */
	String key();

}
