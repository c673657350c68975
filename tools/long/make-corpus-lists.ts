/**
 * Makes `corpus-lists.json` anew. Not a part of any run: a new corpus makes every case of `signed-lists` another one.
 * `node --conditions=@tiemchung/source --import tsx tools/long/make-corpus-lists.ts`
 */
import { generateKeyPairSync, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalBytes, toBase64 } from '@tiemchung/core'
import {
  openRevocationList,
  revocationDeltaOf,
  revocationListOf,
  signRevocation,
} from '@tiemchung/certificates/revocation'
import { signDocument } from '@tiemchung/certificates/signed'
import { corpus, corpusInstant } from './corpus.js'

const day = (number: number) => new Date(corpusInstant.getTime() + number * 86_400_000)

/** A TEST key, gone when this ends. */
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const spki = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))
const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const
const by = {
  signer: {
    algorithm: 'ES256',
    chain: [],
    sign: (data: Uint8Array) => Promise.resolve(new Uint8Array(sign('sha256', data, key))),
  },
  publicKey: spki,
} as const

const { certificates } = corpus()
const trustList = await signDocument(
  canonicalBytes({
    format: 'trust-list/1',
    version: '7',
    sequence: 7,
    issuedAt: day(-1).toISOString(),
    nextUpdate: day(1).toISOString(),
    items: certificates.map(({ certificate }) => ({ certificate, country: 'VN' })),
  }),
  { type: 'tiemchung.trust-list+jws', ...by },
)
const group = (octet: number) => ({
  keyId: certificates[0]?.keyId ?? '',
  hashType: 'UCI' as const,
  hashes: [toBase64(new Uint8Array(16).fill(octet))],
})
const dates = { issuedAt: day(-1), nextUpdate: day(1) }
const list = await signRevocation(revocationListOf(undefined, [group(1)], dates), by)
const opened = await openRevocationList([list], { pins: [spki], at: corpusInstant })
const delta = await signRevocation(revocationDeltaOf(opened, [group(2)], dates), by)

const whole = { publisher: spki, trustList, list, delta }
const texts = Object.entries(whole).map(([name, bytes]) => [name, toBase64(bytes)] as const)
writeFileSync(
  join(import.meta.dirname, 'corpus-lists.json'),
  `${JSON.stringify(Object.fromEntries(texts), undefined, 2)}\n`,
)
