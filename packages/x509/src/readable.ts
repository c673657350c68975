import { isSdkError } from '@tiemchung/core'

/** Runs a reader and gives undefined for what is malformed. */
export function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (caught) {
    if (isSdkError(caught)) return undefined
    throw caught
  }
}
