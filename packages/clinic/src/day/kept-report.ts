import type { Uuid } from '@tiemchung/core'

/** The last report of a day that was queued. */
export interface KeptReport {
  readonly sequence: number
  readonly queuedAt: string
  readonly operationId: Uuid
}
