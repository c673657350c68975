import { isSdkError } from '@tiemchung/core'
import type { SetAside } from './path-report.js'

/** What a reader gives, or undefined after noting why the argument was set aside. */
export function readOrSetAside<Value>(
  read: () => Value,
  from: SetAside['from'],
  index: number,
  setAside: SetAside[],
): Value | undefined {
  try {
    return read()
  } catch (caught) {
    if (!isSdkError(caught)) throw caught
    setAside.push({ from, index, code: caught.code })
    return undefined
  }
}
