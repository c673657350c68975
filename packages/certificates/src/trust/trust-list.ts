/** Our own list of signing certificates: `trust-list/1`. */
import { type Issue, isInstant, issue, ParseError, type Path, parseInstant } from '@tiemchung/core'
import { trustErrors } from '../errors/trust-errors.js'
import { isSequence } from '../signed/snapshot-state.js'
import type { CertificateType } from '../verify/index.js'

/** A signing certificate on a list. */
export interface TrustListItem {
  /** Base64 of the DER. */
  readonly certificate: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** What it may sign at most; absent means what the certificate itself allows. */
  readonly usages?: readonly CertificateType[]
}

/** The document. */
export interface TrustListDocument {
  readonly format: 'trust-list/1'
  readonly version: string
  readonly issuedAt: string
  /** When the next one is due; from then on this one is stale. */
  readonly nextUpdate: string
  /** 1, 2, 3…: grows with every list. A signed list must have one, so that no older list is taken for new. */
  readonly sequence?: number
  readonly items: readonly TrustListItem[]
}

type Loose = Readonly<Record<string, unknown>>

const types: readonly unknown[] = ['vaccination', 'test', 'recovery'] satisfies CertificateType[]

function itemFaults(value: unknown, index: number): readonly Path[] {
  const item = (typeof value === 'object' && value !== null ? value : {}) as Loose
  const { certificate, country, usages } = item
  const faults: Path[] = []
  if (typeof certificate !== 'string') faults.push(['items', index, 'certificate'])
  if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) {
    faults.push(['items', index, 'country'])
  }
  const listed = Array.isArray(usages) && usages.every((usage) => types.includes(usage))
  if (usages !== undefined && !listed) faults.push(['items', index, 'usages'])
  return faults
}

function faultsOf(document: unknown): readonly Path[] {
  if (typeof document !== 'object' || document === null) return [[]]
  const { format, version, issuedAt, nextUpdate, sequence, items } = document as Loose
  const faults: Path[] = []
  if (format !== 'trust-list/1') faults.push(['format'])
  if (typeof version !== 'string' || version === '') faults.push(['version'])
  const dated = (value: unknown): value is string => typeof value === 'string' && isInstant(value)
  if (!dated(issuedAt)) faults.push(['issuedAt'])
  if (!dated(nextUpdate)) faults.push(['nextUpdate'])
  else if (dated(issuedAt) && parseInstant(nextUpdate) <= parseInstant(issuedAt)) {
    faults.push(['nextUpdate'])
  }
  if (sequence !== undefined && !isSequence(sequence)) faults.push(['sequence'])
  if (!Array.isArray(items)) faults.push(['items'])
  else items.forEach((item, index) => faults.push(...itemFaults(item, index)))
  return faults
}

/**
 * A trust list document, its shape checked and none of its certificates judged.
 *
 * @throws ParseError `certificate-trust.list`, with an issue for each field
 */
export function parseTrustList(document: unknown): TrustListDocument {
  const issues: readonly Issue[] = faultsOf(document).map((path) =>
    issue(trustErrors, 'certificate-trust.list', { path }),
  )
  if (issues.length > 0) throw new ParseError(trustErrors, 'certificate-trust.list', { issues })
  return document as TrustListDocument
}
