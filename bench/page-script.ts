/** What runs inside of the page: a contest of its own, by the page's clock. */
import { trustedKeys, verifyCertificate } from '@tiemchung/certificates'
import { decodeCertificate, decodeCoseSign1 } from '@tiemchung/certificates/envelope'
import { contest, type Score } from './contest.js'

/** What the page is given: texts only, as they cross into a browser. */
export interface PageCase {
  readonly text: string
  /** In hexadecimal. */
  readonly keyId: string
  readonly spki: string
  readonly at: string
}

/** What the page offers. */
export interface BenchPage {
  verifyContest(given: PageCase): Promise<readonly Score[]>
}

const bytesOf = (hex: string) =>
  Uint8Array.from(hex.match(/../g) ?? [], (octet) => Number.parseInt(octet, 16))

function must(holds: boolean): void {
  if (!holds) throw new Error('does not hold')
}

async function verifyContest({ text, keyId, spki, at }: PageCase): Promise<readonly Score[]> {
  const { subtle } = globalThis.crypto
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const key = await subtle.importKey('spki', bytesOf(spki), algorithm, false, ['verify'])
  const { bytes } = decodeCertificate(text)
  const signature = new Uint8Array(bytes.signature)
  const input = new Uint8Array(decodeCoseSign1(bytes.cose).toBeSigned)
  const trust = trustedKeys([{ keyId: bytesOf(keyId), key: bytesOf(spki), country: 'VN' }])
  const instant = new Date(at)
  return contest([
    {
      name: 'crypto.subtle.verify alone',
      run: async () => must(await subtle.verify(algorithm, key, signature, input)),
    },
    { name: 'decodeCertificate alone', run: () => decodeCertificate(text) },
    {
      name: 'verifyCertificate, all checks',
      run: async () =>
        must((await verifyCertificate(text, { trust, at: instant })).verdict === 'valid'),
    },
  ])
}

const page: BenchPage = { verifyContest }
Object.assign(globalThis, page)
