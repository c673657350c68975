/** One change to a sound chain, and what a verifier that is right says of it then. */
import type { Draw } from '../draw-chain.js'
import type { CasePlan, CertificatePlan, Shape } from '../plan.js'

/** A fault, or a change that is none. */
export interface Fault {
  /** Kebab-case and stable. */
  readonly id: string
  /** What is to be said of such a chain. */
  readonly stands: 'accepted' | 'refused'
  /** What the chain has to be like so that the change has a place. */
  readonly needs?: Partial<Shape> | ((draw: Draw) => Partial<Shape>)
  readonly change: (plan: CasePlan, draw: Draw) => void
}

type Change = Fault['change']
type Needs = Fault['needs']

const entry =
  (stands: Fault['stands']) =>
  (id: string, change: Change, needs?: Needs): Fault => ({
    id,
    stands,
    change,
    ...(needs === undefined ? {} : { needs }),
  })

/** A change after which the chain is to be refused. */
export const wrong = entry('refused')
/** A change after which it is still to be accepted. */
export const harmless = entry('accepted')

/** Shapes with at least one certificate between leaf and anchor. */
export const withMiddle: Needs = ({ random }) => ({ intermediates: 1 + random.below(4) })
/** The same, and room for names that are constrained. */
export const unconstrained: Partial<Shape> = { constraints: false }

export const anyOf = ({ chain }: CasePlan, { random }: Draw): CertificatePlan => random.pick(chain)
export const belowAnchor = ({ chain }: CasePlan, { random }: Draw): CertificatePlan =>
  random.pick(chain.slice(0, -1))
export const authorityOf = ({ chain }: CasePlan, { random }: Draw): CertificatePlan =>
  random.pick(chain.slice(1))
export const middleOf = ({ chain }: CasePlan, { random }: Draw): CertificatePlan =>
  random.pick(chain.slice(1, -1))

/** Where a certificate has its extensions changed. */
export type Where = (plan: CasePlan, draw: Draw) => CertificatePlan

/** Puts an extension, in the place of the one that is there. */
export const put =
  (where: Where, oid: string, write: (plan: CasePlan, draw: Draw) => Uint8Array): Change =>
  (plan, draw) => {
    where(plan, draw).extensions.set(oid, write(plan, draw))
  }

/** Takes an extension out. */
export const drop =
  (where: Where, oid: string): Change =>
  (plan, draw) => {
    where(plan, draw).extensions.delete(oid)
  }

/** Writes a field otherwise. */
export const write =
  (where: Where, fields: (draw: Draw, plan: CasePlan) => CertificatePlan['fields']): Change =>
  (plan, draw) => {
    const one = where(plan, draw)
    one.fields = { ...one.fields, ...fields(draw, plan) }
  }

/** The octets with those at a place replaced. */
export function splice(der: Uint8Array, at: number, taken: number, ...put: number[]): Uint8Array {
  const octets = [...der]
  octets.splice(at, taken, ...put)
  return new Uint8Array(octets)
}

/** Where a run of octets begins for the first time. */
export function placeOf(der: Uint8Array, run: Uint8Array): number {
  const at = Buffer.from(der).indexOf(run)
  if (at === -1) throw new Error('what was to be changed is not there')
  return at
}
