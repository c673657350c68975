import { HttpError, ParseError, SigningError } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { describe, expect, it } from 'vitest'
import { errorCatalogue } from '../errors.js'
import { askRevocation } from './ask-revocation.js'
import type { RevocationStatus, RevocationSubject } from './revocation-source.js'

const subject: RevocationSubject = {
  keyId: new Uint8Array(8),
  certificateId: 'URN:UVCI:01:VN:A',
  country: 'VN',
  signature: new Uint8Array(64),
  algorithm: 'ES256',
}
const asked = (statusOf: () => unknown) =>
  askRevocation({ statusOf: statusOf as () => RevocationStatus }, subject, new Date(), systemCrypto)
const thrown = (error: unknown) =>
  asked(() => {
    throw error
  })
const coded = (code: string) => Object.assign(new Error('no'), { code })
const named = (name: string) => Object.assign(new Error('no'), { name })
const known = 'certificate-verify.at'

describe('askRevocation', () => {
  it.each(['listed', 'not-listed', 'maybe', 'unproven', 'stale', 'unreachable'])(
    'hands on %s, promised or not',
    async (status) => {
      expect(await asked(() => status)).toBe(status)
      expect(await asked(() => Promise.resolve(status))).toBe(status)
    },
  )

  it.each<[string, unknown]>([
    ['an HTTP error of the SDK', new HttpError(errorCatalogue, known)],
    [
      'an error whose cause is one',
      new Error('no', { cause: new HttpError(errorCatalogue, known) }),
    ],
    ['no answer in time', named('TimeoutError')],
    ['a request that was cut off', named('AbortError')],
    ['a network error of the DOM', named('NetworkError')],
    ['a name that is not found', coded('ENOTFOUND')],
    ['a name server that does not answer', coded('EAI_AGAIN')],
    ['a connection that is refused', coded('ECONNREFUSED')],
    ['a host without a way to it', coded('EHOSTUNREACH')],
    ['a socket of undici', coded('UND_ERR_SOCKET')],
    ['the fetch of Bun', coded('ConnectionRefused')],
    ['the fetch of Node', new TypeError('fetch failed')],
    ['the fetch of Node, as a cause', new TypeError('no', { cause: coded('ECONNRESET') })],
    ['the fetch of Chromium', new TypeError('Failed to fetch')],
    ['the fetch of Safari', new TypeError('Load failed')],
    ['the fetch of Firefox', new TypeError('NetworkError when attempting to fetch resource.')],
    ['the fetch of Deno', new TypeError('error sending request for url')],
    ['the fetch of React Native', new TypeError('Network request failed')],
  ])('is unreachable after %s', async (_, error) => {
    expect(await thrown(error)).toBe('unreachable')
    expect(await asked(() => Promise.reject(error as Error))).toBe('unreachable')
  })

  it.each([
    ['a parser', new ParseError(errorCatalogue, known)],
    ['a signer', new SigningError(errorCatalogue, known)],
  ])('throws on what %s of the SDK throws', async (_, error) => {
    await expect(thrown(error)).rejects.toBe(error)
  })

  it.each<[string, unknown]>([
    ['a mistake of the program', new TypeError('x is not a function')],
    ['an error that only speaks of a network', new Error('fetch failed')],
    ['a file that is not there', coded('ENOENT')],
    ['nothing', undefined],
    ['a text', 'fetch failed'],
  ])('throws a typed error for %s', async (_, error) => {
    await expect(thrown(error)).rejects.toMatchObject({
      name: 'InputError',
      code: 'certificate-verify.revocation-source',
    })
  })

  it.each([undefined, null, true, 'ok', 'toString'])(
    'does not take %s for a status',
    async (word) => {
      await expect(asked(() => word)).rejects.toMatchObject({
        code: 'certificate-verify.revocation-source',
      })
    },
  )

  it('says nothing of what a foreign error said', async () => {
    const error = await thrown(new Error('Nguyễn Văn A')).catch((caught: unknown) => caught)
    expect(JSON.stringify(error) + String(error)).not.toContain('Nguyễn')
  })
})
