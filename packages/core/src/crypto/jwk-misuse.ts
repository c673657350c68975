/** Why a key may not be used, in the words of its own members. */
export type JwkMisuse = 'key-use' | 'key-operations' | 'key-algorithm'

/**
 * Whether a key in JSON says that it is not for checking signatures, or not by any of these algorithms (RFC 7517
 * section 4.2 to 4.4); undefined when it does not. What a key leaves out, it does not forbid.
 *
 * @example
 * ```ts
 * import { jwkMisuse } from '@tiemchung/core/crypto'
 * jwkMisuse({ kty: 'EC', use: 'enc' }, ['ES256']) // => 'key-use'
 * ```
 */
export function jwkMisuse(
  { use, key_ops: operations, alg }: Readonly<Record<string, unknown>>,
  algorithms: readonly string[],
): JwkMisuse | undefined {
  if (use !== undefined && use !== 'sig') return 'key-use'
  const verifies = Array.isArray(operations) && operations.includes('verify')
  if (operations !== undefined && !verifies) return 'key-operations'
  return alg === undefined || algorithms.some((one) => one === alg) ? undefined : 'key-algorithm'
}
