package org.gongyu;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/**
 * The arrows between the modules are as declared, and nothing reaches past a module's
 * public types.
 */
class ModuleTests {

	@Test
	void modulesKeepToTheirArrows() {
		ApplicationModules.of(GongyuApplication.class).verify();
	}

}
