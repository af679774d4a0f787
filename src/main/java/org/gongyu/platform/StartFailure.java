package org.gongyu.platform;

import java.net.ConnectException;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.NestedExceptionUtils;

/**
 * Tells in one line why the hub could not start where the surroundings are to blame: a
 * missing setting, an unfit Redis, a PostgreSQL or Redis that does not answer.
 */
class StartFailure implements FailureAnalyzer {

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
		if (root instanceof UnfitSurroundings) {
			return new FailureAnalysis(root.getMessage(), null, failure);
		}
		if (root instanceof ConnectException || root instanceof UnknownHostException) {
			return new FailureAnalysis("Gongyu cannot start, PostgreSQL or Redis does not answer: " + root.getMessage(),
					null, failure);
		}
		return null;
	}

}
