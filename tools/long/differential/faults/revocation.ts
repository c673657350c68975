/** Revocation lists: who is on them, how old they are, who signed them. */
import { extensionOids } from '@tiemchung/x509'
import {
  bytes,
  crlEntry,
  crlNumber,
  extension,
  integer,
  keyUsage,
  sequence,
  timeOf,
  tlv,
} from '../der.js'
import { authorityKeyId, type Draw } from '../draw-chain.js'
import { keyOf } from '../keys.js'
import {
  type CasePlan,
  type CertificatePlan,
  leafOf,
  type ListPlan,
  type Shape,
  sure,
} from '../plan.js'
import { resignList } from './basics.js'
import { belowAnchor, type Fault, harmless, wrong } from './fault.js'

const listed: Partial<Shape> = { lists: true }
const day = 86_400_000

/** The list that is about a certificate. */
function listOver(plan: CasePlan, one: CertificatePlan): ListPlan {
  return sure(plan.lists[plan.chain.indexOf(one)])
}

const changing =
  (
    change: (list: ListPlan, one: CertificatePlan, plan: CasePlan, draw: Draw) => void,
  ): Fault['change'] =>
  (plan, draw) => {
    const one = belowAnchor(plan, draw)
    change(listOver(plan, one), one, plan, draw)
  }

const set = (list: ListPlan, fields: ListPlan['fields']): void => {
  list.fields = { ...list.fields, ...fields }
}

const serialOf = ({ fields }: CertificatePlan) => sure(fields.serial)
const reason = (code: number) => extension(extensionOids.reasonCode, tlv(0x0a, bytes(code)))
const unknown = (critical: boolean) => extension('1.3.6.1.4.1.55555.9.3', tlv(0x05), critical)
const identity = ({ signer }: ListPlan) => authorityKeyId(keyOf(signer).keyId)

const entries: readonly Fault[] = [
  wrong(
    'revoked',
    changing((list, one) => {
      set(list, { entries: [...(list.fields.entries ?? []), crlEntry(serialOf(one), reason(1))] })
    }),
    listed,
  ),
  wrong(
    'revoked-on-hold',
    changing((list, one) => {
      set(list, { entries: [crlEntry(serialOf(one), reason(6))] })
    }),
    listed,
  ),
  wrong(
    'removed-from-the-list',
    changing((list, one) => {
      set(list, { entries: [crlEntry(serialOf(one), reason(8))] })
    }),
    listed,
  ),
  wrong(
    'revoked-by-an-old-list',
    changing((list, one, { at }) => {
      const nextUpdate = timeOf(new Date(at.getTime() - day))
      const thisUpdate = timeOf(new Date(at.getTime() - 9 * day))
      set(list, { entries: [crlEntry(serialOf(one), reason(1))], thisUpdate, nextUpdate })
    }),
    listed,
  ),
  wrong(
    'entry-with-an-unknown-critical',
    changing((list) => {
      set(list, { entries: [crlEntry(integer(1, 2, 3), unknown(true))] })
    }),
    listed,
  ),
  harmless(
    'entry-with-an-unknown',
    changing((list) => {
      set(list, { entries: [crlEntry(integer(1, 2, 3), unknown(false))] })
    }),
    listed,
  ),
  harmless(
    'another-one-revoked',
    changing((list) => {
      set(list, { entries: [crlEntry(integer(0x77, 2, 3), reason(1))] })
    }),
    listed,
  ),
]

const ages: readonly Fault[] = [
  wrong(
    'list-expired',
    changing((list, _, { at }) => {
      const nextUpdate = timeOf(new Date(at.getTime() - 1000))
      set(list, { nextUpdate, thisUpdate: timeOf(new Date(at.getTime() - 9 * day)) })
    }),
    listed,
  ),
  wrong(
    'list-not-yet-valid',
    changing((list, _, { at }) => {
      set(list, { thisUpdate: timeOf(new Date(at.getTime() + 1000)) })
    }),
    listed,
  ),
  wrong(
    'list-without-an-end',
    changing((list) => {
      set(list, { nextUpdate: bytes() })
    }),
    listed,
  ),
]

const signers: readonly Fault[] = [
  wrong(
    'list-missing',
    changing((list, _, plan) => {
      plan.lists = plan.lists.filter((other) => other !== list)
    }),
    listed,
  ),
  wrong(
    'list-signature-changed',
    changing((list) => {
      list.resign = (signature) =>
        signature.map((octet, at) => (at === signature.length - 1 ? octet ^ 1 : octet))
    }),
    listed,
  ),
  wrong(
    'list-of-a-stranger',
    changing((list, _, __, { key }) => {
      resignList(list, key())
    }),
    listed,
  ),
  wrong(
    'no-crl-sign',
    (plan, draw) => {
      const index = 1 + draw.random.below(plan.chain.length - 1)
      sure(plan.chain[index]).extensions.set(extensionOids.keyUsage, keyUsage('keyCertSign'))
    },
    listed,
  ),
  wrong(
    'list-with-an-unknown-critical',
    changing((list) => {
      set(list, { extensions: [identity(list), crlNumber, unknown(true)] })
    }),
    listed,
  ),
  wrong(
    'list-without-a-number',
    changing((list) => {
      set(list, { extensions: [identity(list)] })
    }),
    listed,
  ),
  harmless(
    'list-of-version-1',
    changing((list) => {
      set(list, { version: bytes(), extensions: [], entries: [] })
    }),
    listed,
  ),
  wrong(
    'list-in-which-extensions-are-doubled',
    changing((list) => {
      set(list, { extensions: [identity(list), crlNumber, crlNumber] })
    }),
    listed,
  ),
  harmless(
    'list-without-an-authority-key-id',
    changing((list) => {
      set(list, { extensions: [crlNumber] })
    }),
    listed,
  ),
  harmless(
    'lists-in-another-order',
    (plan) => {
      plan.lists.reverse()
    },
    listed,
  ),
  harmless(
    'two-lists-of-one-authority',
    changing((list, _, plan) => {
      const number = extension(extensionOids.crlNumber, integer(9))
      const fields = { ...list.fields, extensions: [identity(list), number], entries: [] }
      plan.lists = [...plan.lists, { ...list, fields }]
    }),
    listed,
  ),
  wrong(
    'list-for-authorities-only',
    changing((_, __, plan) => {
      const scope = extension(
        extensionOids.issuingDistributionPoint,
        sequence(tlv(0x82, bytes(0xff))),
        true,
      )
      const list = listOver(plan, leafOf(plan))
      set(list, { extensions: [identity(list), crlNumber, scope] })
    }),
    listed,
  ),
]

export const revocationFaults: readonly Fault[] = [...entries, ...ages, ...signers]
