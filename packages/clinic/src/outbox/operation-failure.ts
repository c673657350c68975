/** Why the last attempt failed: a stable code, never what was sent. */
export interface OperationFailure {
  readonly code: string
  /** The server's own code, when it gave one. */
  readonly problem?: string
  readonly status?: number
  readonly requestId?: string
  readonly retryable: boolean
}
