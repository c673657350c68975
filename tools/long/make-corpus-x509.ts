/**
 * Makes `corpus-x509.json` anew. Not a part of any run: a new corpus makes every case of `revocation` and of
 * `timestamps` another one. It needs the command `openssl`.
 * `node --conditions=@tiemchung/source --import tsx tools/long/make-corpus-x509.ts`
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toBase64 } from '@tiemchung/core'
import type { X509Corpus } from './corpus-x509.js'
import { Documents } from './make/documents.js'
import { makeChainSeeds } from './make/chain-seeds.js'
import { makeListSeeds } from './make/list-seeds.js'
import { makeOcspSeeds } from './make/ocsp-seeds.js'
import { makeOpensslSeeds } from './make/openssl-seeds.js'
import { makeTokenSeeds } from './make/token-seeds.js'

async function made(): Promise<X509Corpus> {
  const documents = new Documents()
  const lists = makeListSeeds(documents)
  const chains = makeChainSeeds(documents)
  const ocsp = makeOcspSeeds(documents)
  const tokens = makeTokenSeeds(documents)
  const openssl = await makeOpensslSeeds(documents)
  const texts = documents.entries().map(([name, der]) => [name, toBase64(der)] as const)
  return {
    documents: Object.fromEntries(texts),
    situations: [...lists, ...chains, ...ocsp.situations, ...openssl.situations],
    questions: [...ocsp.questions, ...openssl.questions],
    stamps: [...tokens, ...openssl.stamps],
  }
}

writeFileSync(
  join(import.meta.dirname, 'corpus-x509.json'),
  `${JSON.stringify(await made(), undefined, 2)}\n`,
)
