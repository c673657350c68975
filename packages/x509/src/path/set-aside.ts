import { readOrCode } from '../readable.js'
import type { SetAside } from './path-report.js'

/** What a reader gives, or undefined after noting why the argument was set aside. */
export function readOrSetAside<Value extends object>(
  read: () => Value,
  from: SetAside['from'],
  index: number,
  setAside: SetAside[],
): Value | undefined {
  const value = readOrCode(read)
  if (typeof value !== 'string') return value
  setAside.push({ from, index, code: value })
  return undefined
}
