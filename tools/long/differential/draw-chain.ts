/** Draws chains in which nothing is wrong, by RFC 5280 and by what `-x509_strict` asks beyond it. */
import { extensionOids } from '@tiemchung/x509'
import type { Random } from '../random.js'
import {
  basicConstraints,
  crlEntry,
  crlNumber,
  extendedKeyUsage,
  extension,
  integer,
  keyUsage,
  oid,
  policies,
  sequence,
  timeOf,
  tlv,
} from './der.js'
import { alternativeNames, drawConstraints, drawGeneralName, forms, uri } from './general-names.js'
import { type KeyName, keyOf, soundKeys } from './keys.js'
import { drawName, type NamePlan, respell } from './names.js'
import {
  casePolicy,
  type CasePlan,
  type CertificatePlan,
  type ListPlan,
  otherPolicy,
  type PurposeName,
  purposes,
  type Shape,
  sure,
} from './plan.js'
import { algorithmsOf } from './sign.js'

/** What a case draws from. */
export interface Draw {
  readonly random: Random
  /** A key that no other certificate of the case has. */
  readonly key: (kind?: RegExp) => KeyName
  /** A name that no other certificate of the case has. */
  readonly name: () => NamePlan
  /** A serial number of an authority, positive and of at most 20 octets. */
  readonly serial: () => Uint8Array
}

function shuffled<One>(random: Random, list: readonly One[]): One[] {
  return list
    .map((one): [number, One] => [random.next(), one])
    .sort(([left], [right]) => left - right)
    .map(([, one]) => one)
}

export function drawFrom(random: Random): Draw {
  const left = shuffled(random, soundKeys)
  let names = random.below(100) * 100
  return {
    random,
    key: (kind = /./) => {
      const index = left.findIndex((name) => kind.test(name))
      return sure(left.splice(index, index === -1 ? 0 : 1)[0])
    },
    name: () => {
      names += 1
      return drawName(random, names)
    },
    serial: () => integer(1 + random.below(127), ...random.bytes(random.below(20))),
  }
}

/** Draws the shape of a chain. */
export function drawShape(random: Random): Shape {
  const kinds: readonly PurposeName[] = ['client', 'mail', 'stamp']
  return {
    intermediates: random.below(5),
    purpose: random.chance(0.6) ? random.pick(kinds) : undefined,
    policy: random.chance(0.25),
    lists: random.chance(0.2),
    constraints: random.chance(0.4),
  }
}

const second = 1000
const day = 86_400 * second

/** A validity around an instant, now and then beginning just there; some run beyond 2049. */
function drawValidity(random: Random, at: Date): Pick<CertificatePlan, 'notBefore' | 'notAfter'> {
  const apart = (days: number) => random.below(days) * day + (1 + random.below(86_400)) * second
  const before = random.chance(0.08) ? 0 : apart(2000)
  const far = random.chance(0.08) ? 30 * 365 * day : 0
  return {
    notBefore: new Date(at.getTime() - before),
    notAfter: new Date(at.getTime() + apart(4000) + far),
  }
}

export const subjectKeyId = (key: KeyName, critical = false): Uint8Array =>
  extension(extensionOids.subjectKeyIdentifier, tlv(0x04, keyOf(key).keyId), critical)

export const authorityKeyId = (keyId: Uint8Array, critical = false): Uint8Array =>
  extension(extensionOids.authorityKeyIdentifier, sequence(tlv(0x80, keyId)), critical)

/** An extension that nobody knows, and may pass over unless it is critical. */
export const unknownExtension = (random: Random, critical = false): Uint8Array =>
  extension('1.3.6.1.4.1.55555.9.1', tlv(0x04, random.bytes(random.below(40))), critical)

const distributionPoint = (): Uint8Array =>
  extension(
    extensionOids.crlDistributionPoints,
    sequence(sequence(tlv(0xa0, tlv(0xa0, uri('http://crl.example.vn/ca.crl'))))),
  )

const informationAccess = (): Uint8Array =>
  extension(
    extensionOids.authorityInfoAccess,
    sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), uri('http://ocsp.example.vn/'))),
  )

type Extensions = [string, Uint8Array][]

function bystanders(random: Random, shape: Shape): Extensions {
  const found: Extensions = []
  if (random.chance(0.2)) found.push(['unknown', unknownExtension(random)])
  if (random.chance(0.2)) found.push([extensionOids.authorityInfoAccess, informationAccess()])
  if (random.chance(0.2) && !shape.lists) {
    found.push([extensionOids.crlDistributionPoints, distributionPoint()])
  }
  return found
}

function drawPolicies(random: Random, shape: Shape, isLeaf: boolean): Extensions {
  const named = shape.policy ? [casePolicy] : []
  const any = shape.policy && !isLeaf && random.chance(0.3) ? ['2.5.29.32.0'] : named
  const other = random.chance(0.3) ? [otherPolicy] : []
  const identifiers = [...any, ...other]
  if (identifiers.length === 0) return []
  return [[extensionOids.certificatePolicies, policies(...identifiers)]]
}

/** The extensions of an authority above so many certificates that count. */
function authorityExtensions(
  draw: Draw,
  shape: Shape,
  below: number,
  isAnchor: boolean,
): Extensions {
  const { random } = draw
  const limit = random.chance(0.5) ? below + random.below(3) : undefined
  const usages = random.chance(0.3) ? (['digitalSignature'] as const) : []
  const found: Extensions = [
    [extensionOids.basicConstraints, basicConstraints(true, limit)],
    [extensionOids.keyUsage, keyUsage(...usages, 'keyCertSign', 'cRLSign')],
    ...bystanders(random, shape),
    ...(isAnchor ? [] : drawPolicies(random, shape, false)),
  ]
  if (shape.constraints && random.chance(0.5)) {
    found.push([extensionOids.nameConstraints, drawConstraints(random)])
  }
  if (!isAnchor && random.chance(0.3)) {
    const own = shape.purpose === undefined ? [] : [purposes[shape.purpose].usage]
    found.push([
      extensionOids.extendedKeyUsage,
      extendedKeyUsage(...shuffled(random, [...own, '1.3.6.1.5.5.7.3.9'])),
    ])
  }
  return found
}

/** The extended key usage of a leaf; for stamps critical and alone, as RFC 3161 section 2.3 says. */
function leafUsage(random: Random, shape: Shape): Uint8Array | undefined {
  if (shape.purpose === undefined) {
    return random.chance(0.5) ? extendedKeyUsage('1.3.6.1.5.5.7.3.36') : undefined
  }
  const { usage, critical } = purposes[shape.purpose]
  if (critical) return extension(extensionOids.extendedKeyUsage, sequence(oid(usage)), true)
  const more = random.chance(0.4) ? ['1.3.6.1.5.5.7.3.36'] : []
  return random.chance(0.8) ? extendedKeyUsage(...shuffled(random, [usage, ...more])) : undefined
}

function leafExtensions(draw: Draw, shape: Shape, subject: NamePlan): Extensions {
  const { random } = draw
  const purpose = shape.purpose === undefined ? undefined : purposes[shape.purpose]
  const usages = purpose?.keyUsage ?? (['digitalSignature', 'keyEncipherment'] as const)
  const [first = 'digitalSignature'] = usages
  const found: Extensions = [
    ...bystanders(random, shape),
    ...drawPolicies(random, shape, true),
    [extensionOids.keyUsage, random.chance(0.5) ? keyUsage(...usages) : keyUsage(first)],
  ]
  const usage = leafUsage(random, shape)
  if (usage !== undefined) found.push([extensionOids.extendedKeyUsage, usage])
  if (random.chance(0.5)) {
    found.push([
      extensionOids.basicConstraints,
      extension(extensionOids.basicConstraints, sequence()),
    ])
  }
  const names = forms.filter(() => random.chance(0.4))
  if (names.length > 0) {
    const drawn = names.map((form) => drawGeneralName(random, form, subject))
    found.push([extensionOids.subjectAltName, alternativeNames(drawn)])
  }
  return found
}

/** A certificate that another one issued; `below`: how many that count lie under it. */
export function drawCertificate(
  draw: Draw,
  shape: Shape,
  at: Date,
  issuer: CertificatePlan | undefined,
  below: number | undefined,
): CertificatePlan {
  const { random } = draw
  const subject = draw.name()
  const key = draw.key()
  const signer = issuer?.key ?? key
  const own =
    below === undefined
      ? leafExtensions(draw, shape, subject)
      : authorityExtensions(draw, shape, below, issuer === undefined)
  const extensions = new Map(shuffled(random, own))
  if (below !== undefined || random.chance(0.5)) {
    extensions.set(extensionOids.subjectKeyIdentifier, subjectKeyId(key))
  }
  if (issuer !== undefined || random.chance(0.5)) {
    extensions.set(extensionOids.authorityKeyIdentifier, authorityKeyId(keyOf(signer).keyId))
  }
  return {
    subject,
    issuer: issuer === undefined ? subject : respellSometimes(random, issuer.subject),
    key,
    signer,
    algorithm: random.pick(algorithmsOf(signer)),
    ...drawValidity(random, at),
    extensions,
    fields: { serial: draw.serial() },
  }
}

const respellSometimes = (random: Random, name: NamePlan): NamePlan =>
  random.chance(0.4) ? respell(random, name) : name

/** A list of an authority that names strangers only. */
export function drawList(draw: Draw, at: Date, authority: CertificatePlan): ListPlan {
  const { random } = draw
  const time = (days: number) => timeOf(new Date(at.getTime() + days * day))
  return {
    issuer: authority.subject,
    signer: authority.key,
    algorithm: random.pick(algorithmsOf(authority.key)),
    fields: {
      thisUpdate: time(-random.below(20)),
      nextUpdate: time(1 + random.below(20)),
      entries: Array.from({ length: random.below(4) }, () =>
        crlEntry(integer(1, ...random.bytes(20).subarray(0, 19))),
      ),
      extensions: [authorityKeyId(keyOf(authority.key).keyId), crlNumber],
    },
  }
}

/** A chain of a shape, of which the anchor signed itself. */
export function drawCase(draw: Draw, shape: Shape): CasePlan {
  const { random } = draw
  const at = new Date(Date.UTC(2022, 0, 1) + random.below(365 * 86_400) * second)
  const chain: CertificatePlan[] = []
  for (let below = shape.intermediates; below >= -1; below -= 1) {
    chain.unshift(drawCertificate(draw, shape, at, chain[0], below === -1 ? undefined : below))
  }
  const lists = shape.lists ? chain.slice(1).map((one) => drawList(draw, at, one)) : []
  const demand = { acceptable: [casePolicy], explicit: true }
  return {
    shape,
    at,
    chain,
    extras: [],
    policy: shape.policy ? demand : undefined,
    lists,
    withheld: new Set(),
  }
}
