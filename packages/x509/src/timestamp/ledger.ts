import { failed, type Params, passed, skipped, unknown } from '@tiemchung/core'
import {
  type TimestampCheck,
  type TimestampCheckId,
  timestampCheckIds,
  timestampCitations,
} from './timestamp-report.js'

/** The checks of one timestamp, as they come. */
export class Ledger {
  readonly #checks = new Map<TimestampCheckId, TimestampCheck>()

  /** Fails a check for a reason, or passes it for none. */
  note(id: TimestampCheckId, reason: string | undefined, params?: Params): void {
    const details = { cite: timestampCitations[id], ...(params === undefined ? {} : { params }) }
    this.#checks.set(id, reason === undefined ? passed(id, details) : failed(id, reason, details))
  }

  /** Leaves a check undecided. */
  leaveOpen(id: TimestampCheckId, reason: string, params?: Params): void {
    const details = { cite: timestampCitations[id], ...(params === undefined ? {} : { params }) }
    this.#checks.set(id, unknown(id, reason, details))
  }

  /** Passes over a check that was not asked for. */
  skip(id: TimestampCheckId, reason: string): void {
    this.#checks.set(id, skipped(id, reason, { cite: timestampCitations[id] }))
  }

  /** All checks in the order of the report; what nobody came to is skipped for this reason. */
  close(reason: string): readonly TimestampCheck[] {
    return timestampCheckIds.map(
      (id) => this.#checks.get(id) ?? skipped(id, reason, { cite: timestampCitations[id] }),
    )
  }
}
