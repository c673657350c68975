/** Reading a revocation list by all the ways there are. */
import { isDeepStrictEqual } from 'node:util'
import {
  findRevoked,
  type RevocationList,
  type RevokedEntry,
  readCrl,
  revokedEntries,
} from '@tiemchung/x509'
import { attemptNow, endOf } from '../judge.js'
import { must, type Outcome, refused } from '../long-run.js'

/**
 * A list asked for one certificate is walked by shape, and read in full only where it answers: it never
 * refuses what a full reading takes, and where both answer they say the same.
 */
function checkAsked(list: RevocationList, entries: readonly (RevokedEntry | 'unusable')[]): void {
  const read = entries.filter((one) => one !== 'unusable')
  const wanted = ['4a', ...read.slice(0, 4).map(({ serialNumber }) => serialNumber)]
  for (const serial of wanted) {
    if (entries.includes('unusable')) {
      // What stands in the same entry may be malformed as well, and then the list is refused.
      const asked = attemptNow(() => findRevoked(list, serial))
      must('error' in asked || asked.answer === 'unusable', 'an unusable list is used')
      continue
    }
    const found = findRevoked(list, serial)
    if (list.scope?.indirect === true) must(found !== 'unusable', 'a usable list is not used')
    else {
      const entry = read.find(({ serialNumber }) => serialNumber === serial)
      must(isDeepStrictEqual(found, entry ?? 'absent'), 'a list is read two ways')
    }
  }
}

/** Reads what may be a list, its entries too, and asks it. */
export function readsList(der: Uint8Array, read: typeof readCrl = readCrl): Outcome {
  const tried = attemptNow(() => read(der))
  if ('error' in tried) return refused
  const entries = attemptNow(() => [...revokedEntries(tried.answer)])
  if ('answer' in entries) checkAsked(tried.answer, entries.answer)
  else attemptNow(() => findRevoked(tried.answer, '4a'))
  return endOf(entries)
}
