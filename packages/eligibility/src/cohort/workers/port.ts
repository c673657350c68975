/** One end of a line to another thread: of Node or of the web. */

type Listen = (event: string, listener: (given: unknown) => void) => unknown

/** What is needed of a `Worker`, a `MessagePort`, `parentPort` or a worker's `self`. */
export interface CohortPort {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void
  /** Node's way of listening. */
  readonly on?: Listen
  /** The web's. */
  readonly addEventListener?: Listen
}

const dataOf = (given: unknown): unknown => (given as { readonly data?: unknown }).data

/** Hears every message of the other end. */
export function onMessage(port: CohortPort, hear: (message: unknown) => void): void {
  if (port.on !== undefined) port.on('message', hear)
  else port.addEventListener?.('message', (event) => hear(dataOf(event)))
}

/** Hears that the other end is gone or cannot be understood. */
export function onEnd(port: CohortPort, hear: () => void): void {
  for (const event of ['error', 'messageerror', 'exit', 'close']) {
    if (port.on !== undefined) port.on(event, hear)
    else port.addEventListener?.(event, hear)
  }
}
