import {
  attributeOf,
  ocspRequest,
  ocspStatus,
  timestampRequest,
  verifyDetachedSignature,
  verifyPath,
  verifyTimestamp,
} from '@tiemchung/x509'
import {
  createAuthority,
  createRequest,
  exportPrivateKey,
  generateSigningKey,
  importKeyPair,
} from '@tiemchung/x509/ca'
import { verifyCrl } from '@tiemchung/x509/crl'
import { utf8 } from '@tiemchung/core'
import { markedText, person } from '../person.js'
import type { Decisions } from './decision.js'

const at = new Date('2022-04-14T02:00:00Z')
const later = new Date('2023-04-14T02:00:00Z')
/** Vietnamese certificates carry the number of their holder. */
const subject = { commonName: person.name, userId: `CCCD:${person.number}` }
/** What no certificate may hold, so that the refusal is judged too. */
const tooLong = { ...subject, organization: markedText.repeat(4) }

async function authority(of: typeof subject, notAfter = later) {
  const keys = await generateSigningKey('ES256')
  return createAuthority({ subject: of, keys, validity: { notBefore: at, notAfter } })
}

export const x509Decisions: Decisions = {
  reasons: {},
  recipes: {
    '@tiemchung/x509#attributeOf': () => [
      () => attributeOf({ attributes: [], der: new Uint8Array() } as never, person.name),
    ],
    '@tiemchung/x509#verifyDetachedSignature': () => [
      async () => {
        const signers = [(await authority(subject)).certificate, utf8(markedText)]
        return verifyDetachedSignature({
          signature: utf8(markedText),
          content: utf8(markedText),
          signers,
        })
      },
    ],
    '@tiemchung/x509#verifyPath': () => [
      () => verifyPath({ leaf: utf8(markedText), anchors: [], at }),
      async () => verifyPath({ leaf: (await authority(subject)).certificate, anchors: [], at }),
    ],
    '@tiemchung/x509#ocspRequest': () => [
      async () => {
        const { certificate } = await authority(subject)
        return ocspRequest({ certificate, issuer: certificate, nonce: utf8(markedText) })
      },
      async () => {
        const { certificate } = await authority(subject)
        return ocspRequest({ certificate, issuer: certificate, nonce: new Uint8Array() })
      },
      () => ocspRequest({ certificate: utf8(markedText), issuer: utf8(markedText) }),
    ],
    '@tiemchung/x509#ocspStatus': () => [
      async () => {
        const { certificate } = await authority(subject)
        const responses = [utf8(markedText)]
        return ocspStatus({ certificate, issuer: certificate, responses, at })
      },
      () => {
        const certificate = utf8(markedText)
        return ocspStatus({ certificate, issuer: certificate, responses: [], at })
      },
    ],
    '@tiemchung/x509#timestampRequest': () => [
      () => timestampRequest({ imprint: { hash: 'SHA-256', digest: new Uint8Array(32) } }),
      () => timestampRequest({ imprint: { hash: 'SHA-256', digest: utf8(markedText) } }),
    ],
    '@tiemchung/x509#verifyTimestamp': () => [
      () => verifyTimestamp({ token: utf8(markedText), message: utf8(markedText), anchors: [] }),
      () => verifyTimestamp({ response: utf8(markedText), message: utf8(markedText), anchors: [] }),
    ],
    '@tiemchung/x509/crl#verifyCrl': () => [
      () => verifyCrl({ crl: utf8(markedText), at }),
      async () => {
        const issuing = await authority(subject)
        const { certificate } = issuing
        const crl = await issuing.crl({ thisUpdate: at, nextUpdate: later })
        return verifyCrl({ crl, issuer: certificate, about: { certificate }, at })
      },
      async () => {
        const crl = await (await authority(subject)).crl({ thisUpdate: at, nextUpdate: later })
        return verifyCrl({ crl, about: { serialNumber: person.number }, at })
      },
    ],
    '@tiemchung/x509/ca#createAuthority': () => [
      () => authority(subject),
      () => authority(tooLong),
      () => authority(subject, at),
    ],
    '@tiemchung/x509/ca#createRequest': () =>
      [subject, tooLong].map((of) => async () => {
        return createRequest({ subject: of, keys: await generateSigningKey('ES256') })
      }),
    '@tiemchung/x509/ca#generateSigningKey': () => [
      () => generateSigningKey('ES256'),
      () => generateSigningKey('PS256', { modulusLength: 1024 }),
    ],
    '@tiemchung/x509/ca#exportPrivateKey': () => [
      async () => exportPrivateKey(await generateSigningKey('ES256', { extractable: true })),
      async () => exportPrivateKey(await generateSigningKey('ES256')),
    ],
    '@tiemchung/x509/ca#importKeyPair': () => [
      () => importKeyPair('ES256', utf8(markedText), utf8(markedText)),
      async () => {
        const pair = await generateSigningKey('ES256', { extractable: true })
        const spki = await crypto.subtle.exportKey('spki', pair.publicKey as CryptoKey)
        return importKeyPair('ES256', await exportPrivateKey(pair), new Uint8Array(spki))
      },
    ],
  },
}
