/** How strict `verify` is. */
import {
  strictIssuer,
  tolerantVerifier,
  type VerificationProfile,
  type VerifyOptions,
} from '@tiemchung/certificates'
import { parseVerificationProfile } from '@tiemchung/certificates/verify'
import { jsonOf } from './input.js'
import type { Io } from './io.js'

const named: Readonly<Record<string, VerificationProfile>> = {
  tolerant: tolerantVerifier,
  strict: strictIssuer,
}

/**
 * The profile of `--profile`: `tolerant`, `strict`, or a document of one's own.
 *
 * @throws ParseError `cli.file`, `cli.json`, `policy.head`, `certificate-verify.profile`
 */
export async function profileOf(
  io: Io,
  word: string | undefined,
): Promise<Pick<VerifyOptions, 'profile'>> {
  if (word === undefined) return {}
  const profile = Object.hasOwn(named, word) ? named[word] : undefined
  if (profile !== undefined) return { profile }
  return { profile: parseVerificationProfile(await jsonOf(io, word, ['--profile'])) }
}
