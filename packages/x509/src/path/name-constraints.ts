/** Name constraints: present means unknown, for now. */
import { skipped, unknown } from '@tiemchung/core'
import type { Certificate } from '../certificate/read-certificate.js'
import { citations, type PathCheck, subjectAt } from './path-report.js'

/** `path.name-constraints` of a path. */
export function checkNameConstraints(certificates: readonly Certificate[]): readonly PathCheck[] {
  const id = 'path.name-constraints'
  const index = certificates.findIndex(({ extensions }) => extensions.nameConstraints !== undefined)
  const details = { cite: citations[id] }
  return [
    index === -1
      ? skipped(id, 'none-set', details)
      : unknown(id, 'unsupported', { ...details, subject: subjectAt(index) }),
  ]
}
