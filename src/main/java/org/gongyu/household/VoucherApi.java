package org.gongyu.household;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.gongyu.account.SignedIn;
import org.gongyu.platform.RefusedError;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Care vouchers over the API.
 */
@RestController
@RequestMapping("/api/v1/vouchers")
class VoucherApi {

	record VoucherList(List<Voucher> items) {
	}

	record VoucherCode(@NotBlank @Size(max = 40) String code) {
	}

	private final Vouchers vouchers;

	VoucherApi(Vouchers vouchers) {
		this.vouchers = vouchers;
	}

	@GetMapping
	Mono<VoucherList> list(@AuthenticationPrincipal SignedIn who) {
		return this.vouchers.of(who).map(VoucherList::new);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<VoucherCode> issue(@AuthenticationPrincipal SignedIn who) {
		return this.vouchers.issue(who).flatMap(RefusedError::unless).map(VoucherCode::new);
	}

	@DeleteMapping("/{voucher}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> revoke(@AuthenticationPrincipal SignedIn who, @PathVariable UUID voucher) {
		return this.vouchers.revoke(who, voucher).flatMap(RefusedError::unless).then();
	}

	@PostMapping("/redeem")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> redeem(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody VoucherCode request) {
		return this.vouchers.redeem(who, request.code()).flatMap(RefusedError::unless).then();
	}

}
