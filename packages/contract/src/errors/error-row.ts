/** What HTTP and the log make of a refusal. */
export interface ErrorRow {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 500 | 503
  readonly level: 'info' | 'warn' | 'error'
}
