/** Memory over a long stream: what a batch holds must not grow with the number of its items. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { verifyMany } from '@tiemchung/certificates'
import { issueCertificate, issueMany, newCertificateId } from '@tiemchung/certificates/issue'
import { at, keyId, payload, signerOfRun, trust } from './dose.js'

/** A long run over so many items; it tells how many are done, of how many. */
export interface Watch {
  readonly cases: number
  readonly run: (cases: number) => AsyncIterable<unknown>
}

/** What the process held when so many were done. */
export interface Reading {
  readonly done: number
  /** Most megabytes that were resident at any time so far. */
  readonly peakMb: number
  readonly residentMb: number
  /** Megabytes of heap in use, after a collection. */
  readonly heapMb: number
}

/** Different certificates in a stream, over and over. */
const different = 100

const asked = { issuedAt: at, keyId } as const

function* repeat<Item>(items: readonly Item[], times: number): Generator<Item, void, undefined> {
  for (let index = 0; index < times; index += 1) yield items[index % items.length] as Item
}

const payloads = () =>
  Array.from({ length: different }, () => {
    const [dose] = payload.v ?? []
    if (dose === undefined) throw new Error('no dose')
    return { ...payload, v: [{ ...dose, ci: newCertificateId() }] as const }
  })

async function* verifying(cases: number): AsyncGenerator<unknown, void, undefined> {
  const signer = await signerOfRun()
  const texts: string[] = []
  for (const one of payloads()) {
    texts.push((await issueCertificate(one, { signer, ...asked })).text)
  }
  for await (const { verdict } of verifyMany(repeat(texts, cases), { trust, at })) {
    if (verdict !== 'valid') throw new Error('not valid')
    yield verdict
  }
}

async function* issuing(cases: number): AsyncGenerator<unknown, void, undefined> {
  const signer = await signerOfRun()
  for await (const { status } of issueMany(repeat(payloads(), cases), { signer, ...asked })) {
    if (status !== 'issued') throw new Error('not issued')
    yield status
  }
}

/** The watches by their names. */
export const watches: Readonly<Record<string, Watch>> = {
  'hc1-verify-memory': { cases: 1_000_000, run: verifying },
  'hc1-sign-memory': { cases: 200_000, run: issuing },
}

const tenths = (bytes: number) => Math.round((bytes / 1024 / 1024) * 10) / 10

/** A collection of everything that is not held. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}

/** Runs a watch and tells what is held after a tenth, a half and the whole. */
export async function watch(
  { run }: Watch,
  cases: number,
  tell: (reading: Reading) => void,
): Promise<void> {
  const collect = collector()
  const stops = new Set([0.1, 0.5, 1].map((share) => Math.ceil(cases * share)))
  let done = 0
  for await (const _ of run(cases)) {
    done += 1
    if (!stops.has(done)) continue
    const { rss } = process.memoryUsage()
    collect()
    tell({
      done,
      peakMb: tenths(process.resourceUsage().maxRSS * 1024),
      residentMb: tenths(rss),
      heapMb: tenths(process.memoryUsage().heapUsed),
    })
  }
}
