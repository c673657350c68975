/** Algorithms by their COSE numbers (RFC 9053, RFC 8812). */
import type { SignatureAlgorithm } from '@tiemchung/core/crypto'
import { algorithmOf } from '../signature/algorithm.js'

const numbers: Readonly<Record<SignatureAlgorithm, number>> = {
  ES256: -7,
  EdDSA: -8,
  ES384: -35,
  ES512: -36,
  PS256: -37,
  PS384: -38,
  PS512: -39,
  RS256: -257,
  RS384: -258,
  RS512: -259,
}

const names: ReadonlyMap<unknown, string> = new Map(
  Object.entries(numbers).map(([name, number]) => [number, name]),
)

/** The COSE number of an algorithm. */
export function coseNumberOf(algorithm: SignatureAlgorithm): number {
  return numbers[algorithm]
}

/** The algorithm of this number, when a facility may sign with it. */
export function algorithmOfNumber(number: unknown): SignatureAlgorithm | undefined {
  return algorithmOf(names.get(number))
}
