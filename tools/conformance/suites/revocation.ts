import { equalBytes } from '@tiemchung/core'
import { coseNumberOf } from '@tiemchung/certificates/verify'
import {
  type RevocationHashType,
  revocationHash,
  revocationSubjectOf,
} from '@tiemchung/certificates/revocation'
import { bytesOfHex } from '../read-case.js'
import { judge, type Suite } from '../suite.js'

interface Row {
  readonly qr: string
  /** In hex. */
  readonly kid: string
  readonly ci: string
  readonly co: string
  readonly alg: number
  readonly hashes: Readonly<Record<RevocationHashType, string>>
}

const hashTypes: readonly RevocationHashType[] = ['UCI', 'COUNTRYCODEUCI', 'SIGNATURE']

/** What certificates are revoked by: the facts read from a text, and the hashes that the EU gateway returned. */
export const revocation: Suite = {
  name: 'revocation',
  folder: 'revocation',
  files: /\.jsonl$/,
  *judge({ id, value }, { crypto }) {
    const { qr, kid, ci, co, alg, hashes } = value as Row
    yield judge(`${id} subject`, true, () => {
      const subject = revocationSubjectOf(qr)
      const said = subject.certificateId === ci && subject.country === co
      const keyed = equalBytes(subject.keyId, bytesOfHex(kid))
      return said && keyed && coseNumberOf[subject.algorithm] === alg
    })
    for (const type of hashTypes) {
      const hash = hashes[type]
      yield judge(`${id} ${type}`, true, async () => {
        return (await revocationHash(type, revocationSubjectOf(qr), crypto)) === hash
      })
    }
  },
}
