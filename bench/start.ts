/** `start`: a whole process that verifies one certificate, against a process that does nothing. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeCertificate } from '@tiemchung/certificates/envelope'
import { issueCertificate } from '@tiemchung/certificates/issue'
import type { Bench } from './bench.js'
import type { Entrant } from './contest.js'
import { at, keyId, payload, signerOfRun, spki } from './dose.js'
import { bundleOf, folderOf, type PeerFolder } from './peers.js'

const scripts = join(import.meta.dirname, 'start')

/** A process of Node, to its end. The sources are for others: it loads what was built. */
function node(...args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status === 0) return
  throw error ?? new Error(stderr.split('\n').find((line) => line.includes('Error')) ?? 'not valid')
}

/** The case as a file, gone when the bench ends. */
async function writeCase(): Promise<string> {
  const { text } = await issueCertificate(payload, {
    signer: await signerOfRun(),
    issuedAt: at,
    keyId,
  })
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  const { cose } = decodeCertificate(text).bytes
  const made = { text, cose: hex(cose), keyId: hex(keyId), spki: hex(spki), at: at.toISOString() }
  const folder = mkdtempSync(join(tmpdir(), 'start-'))
  process.once('exit', () => rmSync(folder, { recursive: true }))
  const file = join(folder, 'case.json')
  writeFileSync(file, JSON.stringify(made))
  return file
}

const installed = (from: PeerFolder, name: string) =>
  createRequire(join(folderOf(from), 'package.json')).resolve(name)

const peers: readonly (readonly [string, PeerFolder, () => string])[] = [
  ['cose-kit', 'common', () => installed('common', 'cose-kit')],
  ['@auth0/cose', 'common', () => installed('common', '@auth0/cose')],
  ['@pathcheck/dcc-sdk', 'dcc', () => bundleOf('dcc', '@pathcheck/dcc-sdk/lib/main.js')],
  ['dcc-utils', 'dcc', () => installed('dcc', 'dcc-utils')],
]

function entrantOf(file: string, [name, from, load]: (typeof peers)[number]): Entrant {
  const title = name === '@pathcheck/dcc-sdk' ? `${name}, in one file` : name
  const enter = () => {
    const module = load()
    return () => node(join(scripts, 'peer.cjs'), file, name, module)
  }
  return { name: title, from, enter }
}

/** Processes, from start to end. */
export async function start(): Promise<Bench> {
  const certificates = join(import.meta.dirname, 'node_modules', '@tiemchung', 'certificates')
  if (!existsSync(join(certificates, 'dist'))) throw new Error('nothing is built: npm run build')
  const file = await writeCase()
  return {
    ours: [
      { name: 'node -e 0', run: () => node('-e', '0') },
      { name: 'verifyCertificate, ES module', run: () => node(join(scripts, 'ours.mjs'), file) },
      { name: 'verifyCertificate, CommonJS', run: () => node(join(scripts, 'ours.cjs'), file) },
    ],
    peers: peers.map((one) => entrantOf(file, one)),
    rounds: 31,
  }
}
