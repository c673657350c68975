import type { HashName } from '@tiemchung/core/crypto'

/**
 * Which signatures and keys are strong enough to be believed. ECDSA on P-256, P-384 and P-521, RSA PKCS #1 v1.5,
 * RSA-PSS and Ed25519 are what there is; this says over which hashes, and how short an RSA key may be.
 */
export interface AlgorithmPolicy {
  readonly id: string
  /** Hash functions that a signature may be made over. Ed25519 brings its own. */
  readonly hashes: readonly HashName[]
  /** The shortest RSA modulus in bits. Below 1024 none is taken, whatever this says. */
  readonly leastRsaBits: number
}

/** The default: SHA-256 and up, RSA from 2048 bits (NIST SP 800-131A Rev. 2, sections 3 and 9). */
export const modernAlgorithms = {
  id: 'modern',
  hashes: ['SHA-256', 'SHA-384', 'SHA-512'],
  leastRsaBits: 2048,
} as const satisfies AlgorithmPolicy

/**
 * For chains, lists and answers that were archived when this was the custom: SHA-1 (not with RSA-PSS) and RSA from
 * 1024 bits as well. Never a default, and nothing that is made today should need it: collisions of SHA-1 are
 * made at will, so that whoever could choose a part of what was signed may have forged it. Ask for it only
 * where the archive itself shows that the bytes are older than that.
 */
export const legacyAlgorithms = {
  id: 'legacy',
  hashes: ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'],
  leastRsaBits: 1024,
} as const satisfies AlgorithmPolicy
