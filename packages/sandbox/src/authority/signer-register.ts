import { civilDateAt } from '@tiemchung/core'
import type { SignerRegister } from '@tiemchung/signing'
import type { Queryable } from '../database/database.js'
import { certificatesOf, type KeptCertificate } from '../facility-certificate/kept.js'
import type { Services } from '../services.js'

/**
 * A certificate signs for its own facility, from its first day to its last, or to the day on which it was
 * revoked: what was signed in the morning of that day is judged by the chain.
 */
const entryOf = ({ facility, fingerprint, notBefore, notAfter, revokedAt }: KeptCertificate) =>
  ({
    signer: { fingerprint },
    role: 'facility',
    facilities: [facility],
    signs: ['records', 'seals', 'reports'],
    from: civilDateAt(notBefore),
    to: civilDateAt(revokedAt ?? notAfter),
  }) as const

/** Who may sign for which facility: each facility certificate, for its own facility alone. */
export async function signerRegisterOf(
  { authority, world }: Services,
  database: Queryable,
): Promise<SignerRegister> {
  const { from } = authority.validity
  const kept = await certificatesOf(database)
  const revoked = kept.filter(({ revokedAt }) => revokedAt !== undefined)
  return {
    format: 'signer-register/1',
    id: 'sandbox.signers',
    version: String(kept.length + revoked.length),
    effective: { from, to: null },
    published: from,
    sources: [{ id: 'sandbox', number: 'sandbox', confidence: 'inferred' }],
    assumptions: [],
    issuers: [
      { kind: 'public', anchors: authority.facilityAnchors.map((root) => world.hash(root)) },
    ],
    entries: kept.map(entryOf),
  }
}
