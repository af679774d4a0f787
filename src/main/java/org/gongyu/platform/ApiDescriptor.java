package org.gongyu.platform;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the API's descriptor says of all its operations; served outside production only.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescriptor {

	private static final String BEARER = "bearer";

	@Bean
	OpenAPI api() {
		return new OpenAPI().info(new Info().title("Gongyu").version("v1"))
			.components(new Components().addSecuritySchemes(BEARER,
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BEARER).bearerFormat("JWT")))
			.addSecurityItem(new SecurityRequirement().addList(BEARER));
	}

	/**
	 * Every operation may answer with problem details (RFC 9457).
	 */
	@Bean
	OpenApiCustomizer problemDetails() {
		ApiResponse problem = new ApiResponse().description("A refusal or a fault")
			.content(new Content().addMediaType("application/problem+json",
					new MediaType().schema(new ObjectSchema().addProperty("code", new StringSchema())
						.addProperty("title", new StringSchema())
						.addProperty("detail", new StringSchema()))));
		return api -> api.getPaths()
			.values()
			.forEach(path -> path.readOperations()
				.forEach(operation -> operation.getResponses().addApiResponse("default", problem)));
	}

}
