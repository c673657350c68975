import { isSdkError } from '@tiemchung/core'

/** The code of one of our errors; any other is a fault of the program and is thrown on. */
export function codeOf(caught: unknown): string {
  if (isSdkError(caught)) return caught.code
  throw caught
}

/** What a reader gives, or the code of what it refuses. */
export function readOrCode<Value extends object>(read: () => Value): Value | string {
  try {
    return read()
  } catch (caught) {
    return codeOf(caught)
  }
}

/** Runs a reader and gives undefined for what is malformed. */
export function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (caught) {
    codeOf(caught)
    return undefined
  }
}
