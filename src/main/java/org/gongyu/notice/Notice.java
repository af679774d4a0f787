package org.gongyu.notice;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that a family is told.
 *
 * @param account who is written to; the whole household reads it in its inbox
 * @param subject the booking or the offer that it is about
 * @param path the page where to go on
 * @param until until when it matters
 */
record Notice(UUID id, UUID account, UUID household, NoticeKind kind, UUID subject, UUID slot, int seats, String path,
		@Nullable Instant until, Instant createdAt) {
}
