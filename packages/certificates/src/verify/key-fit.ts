/** Whether a key can have made a signature: its kind, its size, its curve. */
import type { KeyKind } from '@tiemchung/core/crypto'
import type { CertificateAlgorithm } from '../algorithm.js'
import type { ProfileRules } from './profile-rules.js'
import type { CheckReason } from './reasons.js'

/** Why a key cannot have made a signature of this algorithm under this profile; undefined when it can. */
export function misfitOf(
  algorithm: CertificateAlgorithm,
  kind: KeyKind,
  profile: ProfileRules,
): CheckReason | undefined {
  if (kind.type === 'ec') {
    if (algorithm !== 'ES256') return 'algorithm-not-of-key'
    return profile.algorithms.ES256.curves.includes(kind.curve) ? undefined : 'curve-not-allowed'
  }
  if (kind.type !== 'rsa' || algorithm !== 'PS256') return 'algorithm-not-of-key'
  const enough = kind.modulusBits >= profile.algorithms.PS256.minimumBits
  return enough ? undefined : 'key-too-small'
}

const sizeOfCurve = { 'P-256': 64, 'P-384': 96, 'P-521': 132 } as const

/** Bytes of a signature by a key: raw `r||s`, or the modulus. */
export function signatureSizeOf(kind: KeyKind): number {
  if (kind.type === 'ec') return sizeOfCurve[kind.curve]
  return kind.type === 'rsa' ? Math.ceil(kind.modulusBits / 8) : 64
}
