/** The words of a signer register, as lists: what a document may say. */
import type { IssuerKind, SignedThing, SignerRole } from './signer-register.js'

export const signerRoles: readonly SignerRole[] = [
  'facility',
  'facility-head',
  'authorised-person',
  'commune-chair',
  'province-unit',
]
export const signedThings: readonly SignedThing[] = ['records', 'seals', 'minutes', 'reports']
export const issuerKinds: readonly IssuerKind[] = ['public', 'special-purpose']
