import type { KeyUsage } from '../certificate/extension-values.js'
import { extendedKeyUsageOids } from '../certificate/oids.js'

/** What a certificate is to be used for: plain data, so that a policy can hold it. */
export interface Purpose {
  readonly id: string
  /** The leaf must have at least one of these. Absent: not asked. */
  readonly keyUsage?: readonly KeyUsage[]
  /**
   * Object identifiers: the leaf must name at least one of these, and so must every authority that
   * restricts its extended key usage at all. Absent: not asked.
   */
  readonly extendedKeyUsage?: readonly string[]
  /**
   * Whether a leaf without the extension counts as unrestricted, as RFC 5280 allows. Default false: a
   * leaf must say what it is for.
   */
  readonly acceptsUnrestricted?: boolean
  /**
   * Where `anyExtendedKeyUsage` stands for the usage that is asked for. Default `authorities`: a leaf
   * that may do anything does not say that it is for this.
   */
  readonly anyUsageCounts?: 'authorities' | 'everywhere' | 'nowhere'
  /**
   * Whether every authority below the anchor must name the usage as well. Default false: one that names
   * no usage is not restricted.
   */
  readonly authoritiesMustName?: boolean
  /** Object identifiers: the leaf must name none of these. Absent: what else it may do is not asked. */
  readonly forbiddenExtendedKeyUsage?: readonly string[]
  /** Whether the leaf must not be an authority. Default false: RFC 5280 lets one sign anything. */
  readonly endEntityOnly?: boolean
}

/** Signing documents and records, by id-kp-documentSigning (RFC 9336). */
export const documentSigning = {
  id: 'document-signing',
  keyUsage: ['digitalSignature', 'nonRepudiation'],
  extendedKeyUsage: [extendedKeyUsageOids.documentSigning],
} as const satisfies Purpose

/** No particular purpose: usages of the leaf are not asked for. */
export const any = { id: 'any' } as const satisfies Purpose

/**
 * Stamping times, by id-kp-timeStamping (RFC 3161 section 2.3). That the usage stands alone and is critical
 * is for `verifyTimestamp` to check.
 */
export const timeStamping = {
  id: 'time-stamping',
  extendedKeyUsage: [extendedKeyUsageOids.timeStamping],
} as const satisfies Purpose
