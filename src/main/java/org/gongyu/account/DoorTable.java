package org.gongyu.account;

/**
 * The doors, a line each: to whom it opens, its path, its methods.
 */
final class DoorTable {

	static final String ALL = """
			ANYBODY     /                                                 GET
			ANYBODY     /static/**                                        GET
			ANYBODY     /service-worker.js                                GET
			ANYBODY     /offline                                          GET
			ANYBODY     /webjars/**                                       GET
			ANYBODY     /favicon.ico                                      GET
			ANYBODY     /robots.txt                                       GET
			ANYBODY     /settings                                         GET
			ANYBODY     /rules                                            GET
			ANYBODY     /sign-in                                          GET POST
			ANYBODY     /sign-in/code                                     GET POST
			ANYBODY     /sign-in/with/{provider}                          GET
			ANYBODY     /sign-in/with/{provider}/back                     GET
			ANYBODY     /sign-up                                          GET POST
			ANYBODY     /forgot                                           GET POST
			ANYBODY     /forgot/reset                                     POST
			SIGNED_IN   /account/second-factor                            GET POST
			SIGNED_IN   /account/second-factor/confirm                    POST
			SIGNED_IN   /account/second-factor/off                        POST
			SIGNED_IN   /account/verification                             GET POST
			SIGNED_IN   /account/verification/code                        POST
			SIGNED_IN   /sign-out                                         POST
			ANYBODY     /activities/{id}                                  GET
			ANYBODY     /pictures/{name}                                  GET
			ANYBODY     /activities/{id}/seats                            GET
			GUARDIAN    /activities/{id}/favourite                        POST
			GUARDIAN    /favourites                                       GET
			GUARDIAN    /activities/{id}/choose                           GET
			GUARDIAN    /activities/{id}/hold                             POST
			GUARDIAN    /line/{ticket}                                    GET
			GUARDIAN    /line/{ticket}/place                              GET
			GUARDIAN    /holds/{id}                                       GET
			GUARDIAN    /holds/{id}/confirm                               POST
			GUARDIAN    /holds/{id}/release                               POST
			GUARDIAN    /bookings                                         GET
			GUARDIAN    /bookings/{id}                                    GET
			GUARDIAN    /bookings/{id}/cancel                             POST
			GUARDIAN    /bookings/{id}/party                              GET POST
			GUARDIAN    /bookings/{id}/answers                            GET POST
			GUARDIAN    /bookings/{id}/move                               GET POST
			GUARDIAN    /calendar                                         GET POST
			ANYBODY     /calendar/{token}                                 GET
			GUARDIAN    /bookings/{id}/calendar                           GET
			ANYBODY     /slots/{id}/release.ics                           GET
			GUARDIAN    /bookings/{id}/ticket                             GET
			GUARDIAN    /bookings/{id}/ticket.ics                         GET
			GUARDIAN    /activities/{id}/wait                             POST
			GUARDIAN    /notices                                          GET
			GUARDIAN    /waitlist                                         GET
			GUARDIAN    /waitlist/{id}/leave                              POST
			ANYBODY     /slots/{id}/draw                                  GET
			GUARDIAN    /slots/{id}/draw                                  POST
			GUARDIAN    /slots/{id}/draw/leave                            POST
			ANYBODY     /offers/{token}                                   GET
			ANYBODY     /offers/{token}/accept                            POST
			ANYBODY     /offers/{token}/pass                              POST
			GUARDIAN    /children                                         GET POST
			GUARDIAN    /voucher                                          GET POST
			CARER       /vouchers                                         GET POST
			CARER       /vouchers/{voucher}/revoke                        POST
			GUARDIAN    /guardians                                        GET
			GUARDIAN    /guardians/invitations                            POST
			SIGNED_IN   /guardians/join/{token}                           GET POST
			SIGNED_IN   /my-data                                          GET
			SIGNED_IN   /my-data/file                                     GET
			SIGNED_IN   /my-data/delete                                   POST
			GUARDIAN    /consents                                         GET
			GUARDIAN    /consents/{purpose}                               POST
			GUARDIAN    /children/{id}                                    GET
			GUARDIAN    /children/{id}/remove                             POST
			SIGNED_IN   /account                                          GET
			SIGNED_IN   /account/password                                 POST
			SIGNED_IN   /account/organization                             POST
			SIGNED_IN   /account/sign-ins/{id}/end                        POST
			SIGNED_IN   /account/sign-ins/end-others                      POST
			SIGNED_IN   /organizations/new                                GET POST
			ADMIN       /organization                                     GET
			ADMIN       /organization/invitations                         POST
			ADMIN       /organization/invitations/{id}/withdraw           POST
			ADMIN       /organization/members/{account}                   POST
			ADMIN       /organization/members/{account}/remove            POST
			SIGNED_IN   /join/{token}                                     GET POST
			VENUE_STAFF /desk                                             GET
			VENUE_STAFF /desk/slots/{id}                                  GET
			VENUE_STAFF /desk/slots/{id}/check-in                         POST
			MANAGER     /desk/slots/{id}/bookings                         POST
			VENUE_STAFF /desk/slots/{id}/roster                           GET
			MANAGER     /desk/slots/{id}/roster/exports                   POST
			MANAGER     /desk/roster-exports/{export}/approve             POST
			MANAGER     /desk/roster-exports/{export}/file                POST
			MANAGER     /desk/slots/{id}/capacity                         POST
			MANAGER     /desk/bookings/{booking}/{action:cancel|accept}   POST
			MANAGER     /desk/activities                                  GET
			MANAGER     /desk/activities/new                              GET POST
			MANAGER     /desk/activities/{id}                             GET
			MANAGER     /desk/activities/{id}/edit                        GET POST
			MANAGER     /desk/activities/{id}/picture                     GET POST
			MANAGER     /desk/activities/{id}/publish                     POST
			MANAGER     /desk/activities/{id}/slots                       POST
			MANAGER     /desk/activities/{id}/slots/{slot}/remove         POST
			MANAGER     /desk/activities/{id}/slots/{slot}/withdraw       POST
			MANAGER     /desk/import                                      GET POST
			OPERATOR    /operator                                         GET
			OPERATOR    /operator/staff                                   POST
			OPERATOR    /operator/passwords                               POST
			OPERATOR    /operator/organizations/{id}/verify               POST
			OPERATOR    /operator/dead-letters                            GET
			OPERATOR    /operator/dead-letters/{id}/{handler}/revive      POST
			OPERATOR    /operator/holidays                                GET POST
			OPERATOR    /operator/jobs                                    GET
			OPERATOR    /operator/audit                                   GET
			OPERATOR    /operator/audit/check                             GET
			ANYBODY     /actuator/health/**                               GET
			OPERATOR    /actuator/**                                      GET
			ANYBODY     /v3/api-docs                                      GET
			ANYBODY     /api/v1/accounts                                  POST
			OPERATOR    /api/v1/accounts/password                         POST
			ANYBODY     /api/v1/auth/token                                POST
			ANYBODY     /api/v1/auth/refresh                              POST
			ANYBODY     /api/v1/auth/sign-out                             POST
			ANYBODY     /api/v1/auth/reset                                POST PUT
			SIGNED_IN   /api/v1/account/second-factor                     POST PUT DELETE
			SIGNED_IN   /api/v1/account/verification                      POST PUT
			SIGNED_IN   /api/v1/auth/organization                         POST
			SIGNED_IN   /api/v1/account/sign-ins                          GET DELETE
			SIGNED_IN   /api/v1/account/sign-ins/{id}                     DELETE
			SIGNED_IN   /api/v1/account/password                          PUT
			SIGNED_IN   /api/v1/account/organizations                     GET
			GUARDIAN    /api/v1/vouchers/redeem                           POST
			CARER       /api/v1/vouchers                                  GET POST
			CARER       /api/v1/vouchers/{voucher}                        DELETE
			GUARDIAN    /api/v1/guardians                                 GET
			GUARDIAN    /api/v1/guardians/invitations                     POST
			SIGNED_IN   /api/v1/guardians/invitations/{token}/accept      POST
			SIGNED_IN   /api/v1/my-data                                   GET
			SIGNED_IN   /api/v1/my-data/delete                            POST
			GUARDIAN    /api/v1/consents                                  GET
			GUARDIAN    /api/v1/consents/{purpose}                        PUT
			GUARDIAN    /api/v1/children                                  GET POST
			GUARDIAN    /api/v1/children/{id}                             PUT DELETE
			OPERATOR    /api/v1/organizations                             GET
			SIGNED_IN   /api/v1/organizations                             POST
			OPERATOR    /api/v1/organizations/{id}/verification           PUT
			OPERATOR    /api/v1/organizations/{id}/staff                  POST
			OPERATOR    /api/v1/alliances                                 GET POST
			OPERATOR    /api/v1/alliances/{id}                            PUT
			ADMIN       /api/v1/organization/members                      GET
			ADMIN       /api/v1/organization/members/{account}            PUT DELETE
			ADMIN       /api/v1/organization/invitations                  GET POST
			ADMIN       /api/v1/organization/invitations/{id}             DELETE
			SIGNED_IN   /api/v1/invitations/{token}/accept                POST
			ANYBODY     /api/v1/holidays                                  GET
			OPERATOR    /api/v1/holidays                                  PUT
			ANYBODY     /api/v1/venues                                    GET
			MANAGER     /api/v1/venues                                    POST
			ANYBODY     /api/v1/venues/{id}                               GET
			MANAGER     /api/v1/venues/{id}                               PUT
			MANAGER     /api/v1/venues/import                             POST
			MANAGER     /api/v1/activities                                POST
			ANYBODY     /api/v1/activities/{id}                           GET
			MANAGER     /api/v1/activities/{id}                           PUT
			MANAGER     /api/v1/activities/{id}/picture                   PUT
			MANAGER     /api/v1/activities/{id}/publish                   POST
			MANAGER     /api/v1/activities/{id}/slots                     POST
			MANAGER     /api/v1/activities/{id}/slots/weekly              POST
			ANYBODY     /api/v1/slots                                     GET
			ANYBODY     /api/v1/slots/{id}                                GET
			MANAGER     /api/v1/slots/{id}                                DELETE
			MANAGER     /api/v1/slots/{id}/withdraw                       POST
			ANYBODY     /api/v1/slots/{id}/availability                   GET
			ANYBODY     /api/v1/slots/{id}/events                         GET
			GUARDIAN    /api/v1/holds                                     GET POST
			GUARDIAN    /api/v1/holds/{id}                                GET DELETE
			GUARDIAN    /api/v1/places/{ticket}                           GET
			GUARDIAN    /api/v1/notices                                   GET
			GUARDIAN    /api/v1/waitlist                                  GET POST
			GUARDIAN    /api/v1/waitlist/{id}                             DELETE
			ANYBODY     /api/v1/slots/{id}/draw                           GET
			ANYBODY     /api/v1/slots/{id}/draw/record                    GET
			GUARDIAN    /api/v1/slots/{id}/draw/entry                     GET PUT DELETE
			ANYBODY     /api/v1/offers/{token}                            GET
			ANYBODY     /api/v1/offers/{token}/accept                     POST
			ANYBODY     /api/v1/offers/{token}/pass                       POST
			GUARDIAN    /api/v1/bookings                                  GET POST
			GUARDIAN    /api/v1/bookings/{id}                             GET
			GUARDIAN    /api/v1/bookings/{id}/cancel                      POST
			GUARDIAN    /api/v1/bookings/{id}/party                       PUT
			GUARDIAN    /api/v1/bookings/{id}/answers                     PUT
			GUARDIAN    /api/v1/bookings/{id}/move                        POST
			GUARDIAN    /api/v1/bookings/{id}/ticket                      GET
			GUARDIAN    /api/v1/bookings/{id}/ticket.ics                  GET
			VENUE_STAFF /api/v1/check-ins                                 POST
			VENUE_STAFF /api/v1/desk/slots/{id}/roster                    GET
			MANAGER     /api/v1/desk/slots/{id}/bookings                  GET POST
			MANAGER     /api/v1/desk/slots/{id}/pools/{pool}              PUT
			MANAGER     /api/v1/desk/bookings/{id}/accept                 POST
			MANAGER     /api/v1/desk/bookings/{id}/cancel                 POST
			OPERATOR    /api/v1/audit                                     GET
			OPERATOR    /api/v1/audit/check                               GET
			OPERATOR    /api/v1/dead-letters                              GET
			OPERATOR    /api/v1/dead-letters/{id}/{handler}/revive        POST
			""";

	private DoorTable() {
	}

}
