package org.gongyu.household;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is sealed of a child: what tells who it is.
 */
record ChildProfile(String name, @Nullable String school, @Nullable String schoolClass, Set<AccessNeed> needs) {

	private static final JsonMapper JSON = new JsonMapper();

	static ChildProfile of(Child child) {
		return new ChildProfile(child.name(), child.school(), child.schoolClass(), child.needs());
	}

	static ChildProfile read(byte[] bytes) {
		return JSON.readValue(new String(bytes, StandardCharsets.UTF_8), ChildProfile.class);
	}

	byte[] bytes() {
		return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
	}

}
