package org.gongyu.platform;

import java.util.Map;

import org.springframework.web.server.ServerWebExchange;

/**
 * What every page needs around its content, also one that tells of an error. The module
 * of the page shell implements it.
 */
public interface PageFrame {

	/**
	 * The model of the frame, read from the request alone.
	 */
	Map<String, Object> of(ServerWebExchange exchange);

}
