package org.gongyu;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Notes every blocking call on a thread that must not block, anywhere in the tests, and
 * fails the class in which it happened. Noted, not thrown: a library may swallow an error
 * in the middle of its work, and then nobody would hear of it.
 */
public final class BlockingCalls implements BlockHoundIntegration, AfterAllCallback {

	private static final Queue<BlockingOperationError> SEEN = new ConcurrentLinkedQueue<>();

	static {
		BlockHound.install();
	}

	@Override
	public void applyTo(BlockHound.Builder builder) {
		builder.blockingMethodCallback(method -> SEEN.add(new BlockingOperationError(method)));
		// The console is the log of development; production may choose an asynchronous
		// appender.
		builder.allowBlockingCallsInside("ch.qos.logback.classic.Logger", "callAppenders");
		// Once for each class and each kind of body, never again.
		builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass");
		builder.allowBlockingCallsInside("tools.jackson.databind.deser.DeserializerCache",
				"_createAndCacheValueDeserializer");
		// A lock around a few instructions, as the caches of libraries have it: like a
		// synchronized block, it waits for no I/O and for no result.
		builder.allowBlockingCallsInside("java.util.concurrent.locks.ReentrantLock", "lock");
		// The API's descriptor is not served in production.
		builder.allowBlockingCallsInside("org.springdoc.api.AbstractOpenApiResource", "getOpenApi");
		// Only a test's own client sends uploads.
		builder.allowBlockingCallsInside("org.springframework.util.MimeTypeUtils", "generateMultipartBoundary");
	}

	@Override
	public void afterAll(ExtensionContext context) {
		List<BlockingOperationError> seen = drain();
		if (!seen.isEmpty()) {
			AssertionError failure = new AssertionError(seen.size() + " blocking calls on threads that must not block");
			seen.stream().limit(20).forEach(failure::addSuppressed);
			throw failure;
		}
	}

	/**
	 * What was noted since the last call.
	 */
	static List<BlockingOperationError> drain() {
		List<BlockingOperationError> seen = new ArrayList<>();
		for (BlockingOperationError each = SEEN.poll(); each != null; each = SEEN.poll()) {
			seen.add(each);
		}
		return seen;
	}

}
