/** What a case is made of before it becomes octets: plain data that a fault can change. */
import type { KeyUsage, PolicyDemand } from '@tiemchung/x509'
import type { CrlFields, Fields } from './der.js'
import type { KeyName } from './keys.js'
import type { NamePlan } from './names.js'
import type { Algorithm } from './sign.js'

/** One certificate, to be written and signed. */
export interface CertificatePlan {
  subject: NamePlan
  issuer: NamePlan
  key: KeyName
  signer: KeyName
  algorithm: Algorithm
  notBefore: Date
  notAfter: Date
  /** Encoded, by their object identifiers; a second of one kind stands under a key of its own. */
  extensions: Map<string, Uint8Array>
  /** Fields that are written otherwise than the rest of the plan says; a serial number always is. */
  fields: Partial<Fields>
  /** What becomes of the signature, and of the whole. */
  resign?: (signature: Uint8Array, tbs: Uint8Array) => Uint8Array
  rewrite?: (der: Uint8Array) => Uint8Array
}

/** One revocation list. */
export interface ListPlan {
  issuer: NamePlan
  signer: KeyName
  algorithm: Algorithm
  fields: Partial<CrlFields>
  resign?: (signature: Uint8Array) => Uint8Array
}

/** Purposes that both sides can be asked about. */
export type PurposeName = 'client' | 'mail' | 'stamp'

/** What a chain is to be like. */
export interface Shape {
  readonly intermediates: number
  readonly purpose: PurposeName | undefined
  /** Whether a policy is demanded, and named all the way down. */
  readonly policy: boolean
  /** Whether revocation is asked for, with a list of every authority. */
  readonly lists: boolean
  /** Whether the authorities may constrain names. */
  readonly constraints: boolean
}

/** A whole question. */
export interface CasePlan {
  readonly shape: Shape
  at: Date
  /** The leaf first, the anchor last. */
  chain: CertificatePlan[]
  /** Others that are handed over with the intermediates. */
  extras: CertificatePlan[]
  policy: PolicyDemand | undefined
  lists: ListPlan[]
  /** Whether the intermediates of the chain are handed over at all. */
  withheld: Set<CertificatePlan>
}

/** How a leaf is marked for a purpose, and how OpenSSL is asked for it. */
export interface PurposeTerms {
  readonly usage: string
  readonly keyUsage: readonly KeyUsage[]
  readonly critical: boolean
  readonly option: string
}

/** The purposes by name. */
export const purposes: Readonly<Record<PurposeName, PurposeTerms>> = {
  client: {
    usage: '1.3.6.1.5.5.7.3.2',
    keyUsage: ['digitalSignature', 'keyAgreement'],
    critical: false,
    option: 'sslclient',
  },
  mail: {
    usage: '1.3.6.1.5.5.7.3.4',
    keyUsage: ['digitalSignature', 'nonRepudiation'],
    critical: false,
    option: 'smimesign',
  },
  stamp: {
    usage: '1.3.6.1.5.5.7.3.8',
    keyUsage: ['digitalSignature', 'nonRepudiation'],
    critical: true,
    option: 'timestampsign',
  },
}

/** The policy that demanding chains name. */
export const casePolicy = '1.3.6.1.4.1.55555.1.1'
/** Another one. */
export const otherPolicy = '1.3.6.1.4.1.55555.1.2'

/** The member of a list that is sure to be there. */
export function sure<One>(one: One | undefined): One {
  if (one === undefined) throw new Error('a plan without what its shape promises')
  return one
}

export const leafOf = ({ chain }: CasePlan): CertificatePlan => sure(chain[0])
export const anchorOf = ({ chain }: CasePlan): CertificatePlan => sure(chain[chain.length - 1])
/** The certificates between leaf and anchor, the nearest to the leaf first. */
export const middlesOf = ({ chain }: CasePlan): readonly CertificatePlan[] => chain.slice(1, -1)
/** The certificate that issued one of the chain; the anchor issued itself. */
export const issuerOf = ({ chain }: CasePlan, one: CertificatePlan): CertificatePlan =>
  sure(chain[Math.min(chain.indexOf(one) + 1, chain.length - 1)])
