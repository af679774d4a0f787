package org.gongyu.notice;

/**
 * What a family is told.
 */
enum NoticeKind {

	CONFIRMED, MOVED, CHANGED, CANCELLED, CANCELLED_BY_VENUE, OFFER, OFFER_LAPSED, REMINDER

}
