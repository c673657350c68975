import type { Clock } from '@tiemchung/core'

/** What a command sees of the world outside: data goes to `out`, talk to `say`. */
export interface Io {
  out(text: string): void
  say(text: string): void
  readFile(path: string): Promise<Uint8Array>
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  readStdin(): Promise<Uint8Array>
  readonly clock: Clock
}
