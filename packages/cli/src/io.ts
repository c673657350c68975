import type { Clock } from '@tiemchung/core'

/** What a command sees of the world outside: data goes to `out`, talk to `say`. */
export interface Io {
  out(text: string): void
  say(text: string): void
  /** The bytes of a file, piece by piece. A file that cannot be read rejects when it is asked for bytes. */
  open(path: string): AsyncIterable<Uint8Array>
  /** The bytes of standard input, piece by piece. */
  stdin(): AsyncIterable<Uint8Array>
  /** Writes a file whole or not at all. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  readonly clock: Clock
  /** The version of this package. */
  readonly version: string
}
