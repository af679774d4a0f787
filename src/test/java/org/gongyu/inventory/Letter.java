package org.gongyu.inventory;

/**
 * Numbers on their way to the image, real and modelled.
 */
record Letter(String real, ModelNumbers model) {
}
