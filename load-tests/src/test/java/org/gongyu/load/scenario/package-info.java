/**
 * What people do with a hub, for Gatling: against any address, with its report as HTML.
 */
package org.gongyu.load.scenario;
