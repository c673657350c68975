/** What lies beside the chain: strangers, twins, loops, dead ends; and what is missing from it. */
import { extensionOids } from '@tiemchung/x509'
import { basicConstraints } from '../der.js'
import { type Draw, drawCertificate, subjectKeyId } from '../draw-chain.js'
import {
  anchorOf,
  type CasePlan,
  type CertificatePlan,
  issuerOf,
  leafOf,
  middlesOf,
  type Shape,
  sure,
} from '../plan.js'
import { rekey, resignBy } from './basics.js'
import { type Fault, harmless, middleOf, withMiddle, wrong } from './fault.js'

const copyOf = (one: CertificatePlan): CertificatePlan => ({
  ...one,
  extensions: new Map(one.extensions),
})

/** A certificate for the same name and key, by an issuer that leads nowhere. */
function crossed(plan: CasePlan, draw: Draw, one: CertificatePlan): CertificatePlan {
  const stranger = drawCertificate(draw, plan.shape, plan.at, undefined, 5)
  const twin = copyOf(one)
  twin.issuer = stranger.subject
  twin.fields = { ...twin.fields, serial: draw.serial() }
  resignBy(twin, stranger.key)
  return twin
}

/** A certificate for the same name and another key, by the same issuer. */
function renewed(draw: Draw, one: CertificatePlan): CertificatePlan {
  const twin = copyOf(one)
  twin.key = draw.key()
  twin.fields = { ...twin.fields, serial: draw.serial() }
  twin.extensions.set(extensionOids.subjectKeyIdentifier, subjectKeyId(twin.key))
  return twin
}

/** Only what is handed over beside the chain changes, so revocation would only be in the way. */
const beside = (draw: Draw): Partial<Shape> => ({
  intermediates: 1 + draw.random.below(3),
  lists: false,
})

const others: readonly Fault[] = [
  harmless('strangers-beside', (plan, draw) => {
    for (let count = 1 + draw.random.below(3); count > 0; count -= 1) {
      plan.extras.push(drawCertificate(draw, plan.shape, plan.at, undefined, 3))
    }
  }),
  harmless(
    'intermediates-twice',
    (plan) => {
      plan.extras.push(...middlesOf(plan))
    },
    withMiddle,
  ),
  harmless('anchor-among-the-intermediates', (plan) => {
    plan.extras.unshift(anchorOf(plan))
  }),
  harmless('leaf-among-the-intermediates', (plan) => {
    plan.extras.push(leafOf(plan))
  }),
  harmless(
    'intermediates-in-another-order',
    (plan) => {
      const middles = middlesOf(plan)
      for (const one of middles) plan.withheld.add(one)
      plan.extras.push(...[...middles].reverse())
      plan.withheld = new Set(middles)
    },
    withMiddle,
  ),
  harmless(
    'authority-with-a-newer-key',
    (plan, draw) => {
      const one = middleOf(plan, draw)
      plan.extras.push(renewed(draw, one))
      if (draw.random.chance(0.5)) lead(plan)
    },
    beside,
  ),
]

/** Hands the extras over before the intermediates of the chain. */
function lead(plan: CasePlan): void {
  const middles = middlesOf(plan)
  plan.extras = [...plan.extras, ...middles]
  plan.withheld = new Set(middles)
}

const ends: readonly Fault[] = [
  harmless(
    'cross-certificate-behind',
    (plan, draw) => {
      plan.extras.push(crossed(plan, draw, middleOf(plan, draw)))
    },
    beside,
  ),
  harmless(
    'cross-certificate-before',
    (plan, draw) => {
      plan.extras.push(crossed(plan, draw, middleOf(plan, draw)))
      lead(plan)
    },
    beside,
  ),
  harmless(
    'expired-twin-before',
    (plan, draw) => {
      const twin = copyOf(middleOf(plan, draw))
      twin.notAfter = new Date(plan.at.getTime() - 1000)
      twin.fields = { ...twin.fields, serial: draw.serial() }
      plan.extras.push(twin)
      lead(plan)
    },
    beside,
  ),
  harmless(
    'twin-without-authority-before',
    (plan, draw) => {
      const twin = copyOf(middleOf(plan, draw))
      twin.extensions.set(extensionOids.basicConstraints, basicConstraints(false))
      twin.fields = { ...twin.fields, serial: draw.serial() }
      plan.extras.push(twin)
      lead(plan)
    },
    beside,
  ),
  harmless(
    'forged-twin-before',
    (plan, draw) => {
      const twin = copyOf(middleOf(plan, draw))
      twin.fields = { ...twin.fields, serial: draw.serial() }
      twin.resign = (signature) =>
        signature.map((octet, at) => (at === signature.length - 1 ? octet ^ 1 : octet))
      plan.extras.push(twin)
      lead(plan)
    },
    beside,
  ),
  harmless('unreadable-beside', (plan, draw) => {
    const stranger = drawCertificate(draw, plan.shape, plan.at, undefined, 3)
    stranger.fields = { ...stranger.fields, serial: new Uint8Array([0x02, 0x02, 0, 1]) }
    plan.extras.push(stranger)
  }),
]

const lost: readonly Fault[] = [
  wrong(
    'intermediate-missing',
    (plan, draw) => {
      plan.withheld.add(middleOf(plan, draw))
    },
    withMiddle,
  ),
  wrong('anchor-of-the-same-name', (plan, draw) => {
    const anchor = anchorOf(plan)
    anchor.key = draw.key()
    anchor.signer = anchor.key
    resignBy(anchor, anchor.key)
    anchor.extensions.set(extensionOids.subjectKeyIdentifier, subjectKeyId(anchor.key))
  }),
  wrong('anchor-of-another-name', (plan, draw) => {
    const anchor = anchorOf(plan)
    anchor.subject = draw.name()
    anchor.issuer = anchor.subject
  }),
  wrong(
    'loop-without-an-anchor',
    (plan) => {
      const [lower, upper] = middlesOf(plan)
      if (lower === undefined || upper === undefined) return
      upper.issuer = lower.subject
      resignBy(upper, lower.key)
    },
    { intermediates: 2 },
  ),
  harmless(
    'loop-beside-the-chain',
    (plan, draw) => {
      const [lower, upper] = middlesOf(plan)
      if (lower === undefined || upper === undefined) return
      const back = copyOf(upper)
      back.issuer = lower.subject
      back.fields = { ...back.fields, serial: draw.serial() }
      resignBy(back, lower.key)
      plan.extras.push(back)
    },
    { intermediates: 2, lists: false },
  ),
  wrong(
    'keys-swapped',
    (plan) => {
      const [lower, upper] = middlesOf(plan)
      if (lower === undefined || upper === undefined) return
      ;[lower.key, upper.key] = [upper.key, lower.key]
    },
    { intermediates: 2 },
  ),
  harmless(
    'middle-left-out',
    (plan) => {
      const [lower, upper] = middlesOf(plan)
      if (lower === undefined || upper === undefined) return
      lower.issuer = upper.issuer
      resignBy(lower, upper.signer)
    },
    { intermediates: 2 },
  ),
  wrong(
    'nine-intermediates',
    (plan, draw) => {
      let above = sure(plan.chain[1])
      above.extensions.set(extensionOids.basicConstraints, basicConstraints(true))
      for (const one of plan.chain.slice(2)) {
        one.extensions.set(extensionOids.basicConstraints, basicConstraints(true))
      }
      const leaf = leafOf(plan)
      const added: CertificatePlan[] = []
      for (let count = 0; count < 9; count += 1) {
        const one = drawCertificate(draw, { ...plan.shape, constraints: false }, plan.at, above, 9)
        one.extensions.delete(extensionOids.extendedKeyUsage)
        added.unshift(one)
        above = one
      }
      leaf.issuer = above.subject
      resignBy(leaf, above.key)
      plan.chain = [leaf, ...added, ...plan.chain.slice(1)]
    },
    { intermediates: 0, lists: false },
  ),
  harmless(
    'anchor-that-another-issued',
    (plan, draw) => {
      const anchor = anchorOf(plan)
      const stranger = drawCertificate(draw, plan.shape, plan.at, undefined, 5)
      anchor.issuer = stranger.subject
      resignBy(anchor, stranger.key)
    },
    { lists: false },
  ),
  harmless(
    'leaf-is-the-anchor',
    (plan) => {
      const anchor = anchorOf(plan)
      plan.chain = [anchor, anchor]
      plan.policy = undefined
    },
    { intermediates: 0, policy: false, purpose: undefined, lists: false },
  ),
  wrong('leaf-signed-itself', (plan, draw) => {
    const leaf = leafOf(plan)
    rekey(plan, leaf, draw.key())
    leaf.issuer = leaf.subject
    resignBy(leaf, leaf.key)
  }),
  harmless(
    'issuer-by-the-same-name-as-the-leaf',
    (plan) => {
      const leaf = leafOf(plan)
      leaf.subject = issuerOf(plan, leaf).subject
      leaf.extensions.set(extensionOids.subjectKeyIdentifier, subjectKeyId(leaf.key))
    },
    { lists: false, constraints: false },
  ),
  harmless(
    'issuer-by-the-same-name-and-kind-of-key',
    (plan, draw) => {
      const leaf = leafOf(plan)
      const issuer = issuerOf(plan, leaf)
      rekey(plan, issuer, draw.key(/^P-/))
      rekey(plan, leaf, draw.key(/^P-/))
      leaf.subject = issuer.subject
      leaf.extensions.delete(extensionOids.subjectKeyIdentifier)
    },
    { lists: false, constraints: false },
  ),
]

export const buildingFaults: readonly Fault[] = [...others, ...ends, ...lost]
