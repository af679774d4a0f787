package org.gongyu.activity;

/**
 * DRAFT to PUBLISHED to CANCELLED, never back.
 */
public enum PublicationState {

	DRAFT, PUBLISHED, CANCELLED

}
