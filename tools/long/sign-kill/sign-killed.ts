/** A day that is signed by a clinic which is killed again and again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toBase64 } from '@tiemchung/core'
import { fileStore } from '@tiemchung/clinic/store/file'
import { type Anchor, type DaySigningMode, type Signer, softwareSigner } from '@tiemchung/signing'
import { createAuthority, exportPrivateKey, generateSigningKey } from '@tiemchung/x509/ca'
import { build } from 'esbuild'
import { extendedKeyUsageOids } from '@tiemchung/x509'
import { must } from '../long-run.js'
import type { Random } from '../random.js'
import { recordNumber } from '../record.js'
import { mustBeSigned, mustKeepPublished, readDay } from './inspect.js'
import { openProvider, type Provider } from './provider.js'

const limit = 5
const recordsALife = 12
/** Lives of a clinic: some end before they can be killed. */
const mostLives = 60

/** A key made for the run, its chain in a file, and the root above it. */
export interface Facility {
  readonly signer: Signer
  readonly keyFile: string
  readonly anchors: readonly Anchor[]
}

/** Makes a facility's test key below a test root. */
export async function makeFacility(folder: string): Promise<Facility> {
  const validity = {
    notBefore: new Date('2022-01-01T00:00:00Z'),
    notAfter: new Date('2024-01-01T00:00:00Z'),
  }
  const subject = { commonName: 'TEST root' }
  const root = await createAuthority({
    subject,
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const keys = await generateSigningKey('ES256', { extractable: true })
  const { certificate } = await root.issue({
    subject: { commonName: 'TEST facility' },
    publicKey: keys.publicKey,
    validity,
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: [extendedKeyUsageOids.documentSigning],
  })
  const pkcs8 = await exportPrivateKey(keys)
  const chain = [certificate]
  const keyFile = join(folder, 'test-key.json')
  const text = JSON.stringify({ pkcs8: toBase64(pkcs8), chain: chain.map(toBase64) })
  await writeFile(keyFile, text, { mode: 0o600 })
  const signer = await softwareSigner({ privateKey: { pkcs8 }, algorithm: 'ES256', chain })
  return { signer, keyFile, anchors: [{ certificate: root.certificate }] }
}

/** The clinic's program in one file, so that a life begins in no time. */
export async function bundle(folder: string): Promise<string> {
  const outfile = join(folder, 'clinic.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'clinic.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@tiemchung/source', 'node'],
    logLevel: 'error',
  })
  return outfile
}

/** What is signed, with which kind of signer, and how often the clinic is killed. */
export interface SignOrdeal {
  readonly mode: DaySigningMode
  readonly at: 'own-key' | 'provider'
  readonly kills: number
}

interface Site {
  readonly folder: string
  readonly program: string
  readonly facility: Facility
  readonly ordeal: SignOrdeal
  readonly provider: Provider | undefined
}

interface Life {
  readonly code: number | null
  readonly complaint: string
}

/** Kills at one of the next words that the clinic says, at once or a moment later. */
function arm(child: ChildProcess, random: Random): void {
  const target = 1 + random.below(40)
  const delay = random.chance(0.5) ? 0 : random.below(8)
  let heard = 0
  child.stdout?.on('data', (chunk: Buffer) => {
    const before = heard
    heard += chunk.toString('utf8').split('\n').length - 1
    if (before >= target || heard < target) return
    if (delay === 0) child.kill('SIGKILL')
    else setTimeout(() => child.kill('SIGKILL'), delay)
  })
}

async function live({ folder, program, facility, ordeal, provider }: Site, random?: Random) {
  const own = [program, folder, ordeal.mode, facility.keyFile, String(limit)]
  const args = provider === undefined ? own : [...own, provider.address]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString('utf8')}`.slice(0, 2000)
  })
  if (random === undefined) child.stdout.resume()
  else arm(child, random)
  return new Promise<Life>((resolve) => {
    child.on('close', (code) => resolve({ code, complaint }))
  })
}

/** Enters so many more records, complete and matched. */
async function enter(folder: string, from: number): Promise<void> {
  const store = await fileStore(folder)
  const changes = Array.from({ length: recordsALife }, (_, index) => {
    const bare = recordNumber(from + index)
    const verificationId = bare.id
    const identity = { status: 'matched', verificationId, at: '2022-05-20T01:00:00.000Z' }
    const value = JSON.parse(JSON.stringify({ record: { ...bare, identity }, open: [] })) as object
    return { collection: 'record', id: bare.id, value: value as never }
  })
  await store.write(changes)
  await store.close()
}

function providerCounts(provider: Provider | undefined): Readonly<Record<string, number>> {
  if (provider === undefined) return {}
  const { uses, seen } = provider
  const twice = [...uses.values()].filter((count) => count > 1).length
  must(twice === 0, `${twice} hashes were signed twice at the provider`)
  return {
    'calls at the provider': seen.calls,
    'calls that came again under their id': seen.again,
    'answers lost': seen.lost,
    'uses of the key at the provider': uses.size,
    'hashes signed twice at the provider': twice,
  }
}

async function suffer(site: Site, random: Random): Promise<Readonly<Record<string, number>>> {
  const { folder, ordeal, facility, provider } = site
  const published = new Map<string, string>()
  let [kills, lives, wanted] = [0, 0, 0]
  while (kills < ordeal.kills && lives < mostLives) {
    await enter(folder, wanted)
    wanted += recordsALife
    lives += 1
    const { code, complaint } = await live(site, random)
    must(code === null || code === 0, `the clinic ended with ${code}: ${complaint}`)
    if (code === null) kills += 1
    mustKeepPublished(await readDay(folder), published)
  }
  const { code, complaint } = await live(site)
  must(code === 0, `the last clinic ended with ${code}: ${complaint}`)
  const day = await readDay(folder)
  mustKeepPublished(day, published)
  await mustBeSigned(day, wanted, facility.anchors)
  return {
    kills,
    lives: lives + 1,
    'records signed': published.size,
    'records lost': wanted - published.size,
    'records with two published signatures': day.operations.length - published.size,
    seals: day.seals.length,
    ...providerCounts(provider),
  }
}

/** Runs an ordeal and counts; throws when something is lost or signed twice. */
export async function signKilled(
  folder: string,
  world: { readonly program: string; readonly facility: Facility },
  ordeal: SignOrdeal,
  random: Random,
): Promise<Readonly<Record<string, number>>> {
  await mkdir(folder, { recursive: true })
  const { facility } = world
  const provider =
    ordeal.at === 'provider' ? await openProvider(facility.signer, random) : undefined
  try {
    return await suffer({ folder, ...world, ordeal, provider }, random)
  } finally {
    await provider?.close()
  }
}
