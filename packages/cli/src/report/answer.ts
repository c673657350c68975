import type { VerificationReport } from '@tiemchung/certificates'
import type { SdkError } from '@tiemchung/core'
import type { Place } from '../source/entry.js'

/** What became of one text. */
export interface TextAnswer {
  readonly text: string
  readonly id?: string
  readonly place: Place
  readonly report: VerificationReport
}

/** What could not be read. */
export interface UnreadableAnswer {
  readonly place: Place
  readonly error: SdkError
}

/** What became of one entry. */
export type Answer = TextAnswer | UnreadableAnswer
