import { utf8 } from '@tiemchung/core'
import { listTokens, openToken } from '@tiemchung/signer-pkcs11'
import { openPkcs12 } from '@tiemchung/signer-pkcs12'
import { softwareSigner } from '@tiemchung/signing'
import { algorithmFor, askSecret, orderChain } from '@tiemchung/signing/signer'
import { markedText, person } from '../person.js'
import type { Decisions } from './decision.js'

const talking = () => Promise.reject(new Error(`gave up after ${person.number}`))
const typed = () => Promise.resolve(markedText)
/** A PKCS#12 file in name: a sequence that says version 3 and then the person. */
const file = new Uint8Array([0x30, 0x05, 0x02, 0x01, 0x03, ...utf8(markedText)])

export const signersDecisions: Decisions = {
  reasons: {},
  recipes: {
    '@tiemchung/signing/signer#askSecret': () => [() => askSecret(talking)],
    '@tiemchung/signing/signer#orderChain': () => [
      () => orderChain(utf8(markedText), [utf8(person.name)]),
    ],
    '@tiemchung/signing/signer#algorithmFor': () => [() => algorithmFor(utf8(markedText))],
    '@tiemchung/signer-pkcs12#openPkcs12': () => [
      () => openPkcs12({ file, password: typed, certificate: person.number }),
      () => openPkcs12({ file: utf8(markedText), password: talking }),
      () => softwareSigner({ privateKey: { pkcs8Pem: markedText }, algorithm: 'ES256', chain: [] }),
    ],
    '@tiemchung/signer-pkcs11#listTokens': () => [() => listTokens({ library: person.name })],
    '@tiemchung/signer-pkcs11#openToken': () => [
      () => openToken({ library: person.name, label: person.name, pin: typed }),
    ],
  },
}
