import type { SignerRegister } from '@tiemchung/signing'
import type { Services } from '../services.js'

/** Who may sign for which facility: each of the sandbox's facility keys, for its own facility alone. */
export function signerRegisterOf({ authority, world }: Services): SignerRegister {
  const { from, to } = authority.validity
  return {
    format: 'signer-register/1',
    id: 'sandbox.signers',
    version: '1',
    effective: { from, to: null },
    published: from,
    sources: [{ id: 'sandbox', number: 'sandbox', confidence: 'inferred' }],
    assumptions: [],
    issuers: [
      { kind: 'public', anchors: authority.facilityAnchors.map((root) => world.hash(root)) },
    ],
    entries: authority.facilityKeys.map(({ facility, chain }) => ({
      signer: { fingerprint: world.hash(chain[0] ?? new Uint8Array()) },
      role: 'facility',
      facilities: [facility],
      signs: ['records', 'seals'],
      from,
      to,
    })),
  }
}
