/** The answers that both editions of the CSC API give about keys. */
import { toBase64 } from '@tiemchung/core'
import { readCertificate } from '@tiemchung/x509'
import { sendMessage } from '../account/accounts.js'
import type { Credential } from './credentials.js'
import type { ProviderUser } from './provider.js'
import { digestOf, type Loose, type ProviderService, type Reply, textIn } from './service.js'
import { refusal } from './csc-session.js'

const algorithms = {
  ES256: ['1.2.840.10045.4.3.2', '1.2.840.10045.2.1'],
  RS256: ['1.2.840.113549.1.1.11', '1.2.840.113549.1.1.1'],
} as const

const generalized = (at: Date): string => at.toISOString().replaceAll(/[-:T]|\.\d+/g, '')

/** The parts of `credentials/info` that the editions have in common. */
export function keyInfo({ algorithm, chain }: Credential, which: string): object {
  const certificate = readCertificate(chain[0] ?? new Uint8Array())
  const shown = which === 'none' ? [] : which === 'chain' ? chain : chain.slice(0, 1)
  const size = algorithm === 'ES256' ? { len: 256, curve: '1.2.840.10045.3.1.7' } : { len: 2048 }
  return {
    key: { status: 'enabled', algo: algorithms[algorithm], ...size },
    cert: {
      status: 'valid',
      certificates: shown.map(toBase64),
      serialNumber: certificate.serialNumber,
      validFrom: generalized(certificate.notBefore),
      validTo: generalized(certificate.notAfter),
    },
  }
}

/** Sends a one-time code to a user, as a message of the sandbox, and gives it. */
export async function sendCode(service: ProviderService, user: ProviderUser): Promise<string> {
  const { world, database } = service.services
  const code = `${world.newCode()}${world.newCode()}`.slice(0, 8)
  await sendMessage(database, world, {
    phone: '0900000000',
    account: user.userId,
    purpose: 'sign',
    text: `OTP: ${code}`,
  })
  return code
}

/** One-time codes that wait to be used once. */
export function codeBook() {
  const codes = new Map<string, string>()
  return {
    keep: (user: string, code: string) => {
      codes.set(user, code)
    },
    use: (user: string, code: string): boolean => {
      const right = codes.get(user) === code && code !== ''
      if (right) codes.delete(user)
      return right
    },
  }
}

/** The digests of a request, or the refusal that they get. */
export function digestsOf(
  { desk }: ProviderService,
  texts: readonly string[] | undefined,
): readonly Uint8Array[] | Reply {
  if (texts === undefined || texts.length === 0) {
    return refusal(400, 'invalid_request', 'Missing (or invalid type) array parameter hash')
  }
  if (texts.length > desk.script().hashLimit) {
    return refusal(400, 'invalid_request', 'Numbers of signatures is too high')
  }
  const digests = texts.map((text) => digestOf(text, 'base64'))
  const sound = digests.filter((one) => one !== undefined)
  if (sound.length === texts.length) return sound
  return refusal(400, 'invalid_request', 'Invalid Base64 hash string parameter')
}

export const isReply = (value: readonly Uint8Array[] | Reply): value is Reply => 'status' in value

/** Whether PIN and one-time code are right; a refusal when one is not. */
export function judgeSecrets(
  codes: ReturnType<typeof codeBook>,
  user: ProviderUser,
  given: { readonly pin: string; readonly otp: string },
): Reply | undefined {
  if (given.pin !== user.pin) return refusal(400, 'invalid_pin', 'The PIN is invalid')
  if (codes.use(user.userId, given.otp)) return undefined
  return refusal(400, 'invalid_otp', 'The OTP is invalid')
}

export const noQuota = (): Reply => refusal(400, 'quota_exceeded', 'The signing package is used up')

/** How many signatures a request asks for; zero when it does not say. */
export function numberIn(body: Loose, name: string): number {
  const value = body[name]
  return typeof value === 'number' && Number.isInteger(value) ? value : 0
}

/** The list of a user's keys. */
export const credentialList = (user: ProviderUser, body: Loose): Reply => {
  const asked = textIn(body, 'userID')
  if (asked !== '' && asked !== user.userId) {
    return refusal(400, 'invalid_request', 'Invalid parameter userID')
  }
  return { status: 200, body: { credentialIDs: user.credentials } }
}
