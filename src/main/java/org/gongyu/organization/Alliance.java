package org.gongyu.organization;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A county's or district's cooperation (教联体).
 *
 * @param childDataOfficer who answers for children's data, with how to reach them
 * (儿童个人信息网络保护规定 §8)
 * @param rosterDays how many days after a slot its names are erased
 */
record Alliance(UUID id, String name, @Nullable String childDataOfficer, int rosterDays) {
}
