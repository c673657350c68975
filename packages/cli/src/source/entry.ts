import type { SdkError } from '@tiemchung/core'

/** Where a text came from. Its name may name a person: it is shown only to who asks for it. */
export interface Place {
  /** The number of the argument. */
  readonly argument: number
  /** The number of the file among those that a pattern stands for. */
  readonly file?: number
  readonly name?: string
  readonly line?: number
  readonly page?: number
  /** The number of the code in a picture. */
  readonly code?: number
}

/** A text to verify. */
export interface TextEntry {
  readonly text: string
  /** As its line of NDJSON states it. */
  readonly id?: string
  readonly place: Place
}

/** An input, or a part of one, that could not be read. */
export interface UnreadableEntry {
  readonly error: SdkError
  readonly place: Place
}

/** What an input holds. */
export type Entry = TextEntry | UnreadableEntry
