package org.gongyu.activity;

/**
 * What it costs.
 */
public enum Admission {

	FREE, DISCOUNTED

}
