package org.gongyu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the hub.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GongyuApplication {

	public static void main(String[] args) {
		SpringApplication.run(GongyuApplication.class, args);
	}

}
